// Signs a request with AWS Signature Version 4 and sends it. Needs nothing but Free Pascal 3.2; for
// https:// also OpenSSL's libraries.
program call;

{$mode objfpc}{$H+}
// SHA-256 adds modulo 2^32.
{$Q-}{$R-}

uses
  Classes, DateUtils, SysUtils, fphttpclient, opensslsockets;

const
  Method = {{ method }};
  Origin = {{ origin }};
  // Percent-encoded once.
  Path = {{ path }};
  ContentType = {{ content_type }};
  Body: RawByteString =
    {{ body }};
  Region = {{ region }};
  Service = {{ service }};

var
  // The query as it is sent, and its pairs as they are sorted.
  Query: RawByteString = '';
  Pairs: TStringList;

function Hex(const Bytes: RawByteString): RawByteString;
var
  One: Char;
begin
  Result := '';
  for One in Bytes do
    Result := Result + LowerCase(IntToHex(Ord(One), 2));
end;

function Encode(const Text: RawByteString): RawByteString;
var
  One: Char;
begin
  Result := '';
  for One in Text do
    if One in ['A'..'Z', 'a'..'z', '0'..'9', '-', '_', '.', '~'] then
      Result := Result + One
    else
      Result := Result + '%' + IntToHex(Ord(One), 2);
end;

procedure Parameter(const Key, Value: RawByteString);
begin
  if Query <> '' then
    Query := Query + '&';
  Query := Query + Encode(Key) + '=' + Encode(Value);
  // A space comes before all that is in an encoded text, so that keys are compared first.
  Pairs.Add(Encode(Key) + ' ' + Encode(Value));
end;

function Compare(List: TStringList; A, B: Integer): Integer;
begin
  Result := CompareStr(List[A], List[B]);
end;

function Sha256(const Data: RawByteString): RawByteString;
const
  K: array[0..63] of LongWord = (
    $428a2f98, $71374491, $b5c0fbcf, $e9b5dba5, $3956c25b, $59f111f1, $923f82a4, $ab1c5ed5,
    $d807aa98, $12835b01, $243185be, $550c7dc3, $72be5d74, $80deb1fe, $9bdc06a7, $c19bf174,
    $e49b69c1, $efbe4786, $0fc19dc6, $240ca1cc, $2de92c6f, $4a7484aa, $5cb0a9dc, $76f988da,
    $983e5152, $a831c66d, $b00327c8, $bf597fc7, $c6e00bf3, $d5a79147, $06ca6351, $14292967,
    $27b70a85, $2e1b2138, $4d2c6dfc, $53380d13, $650a7354, $766a0abb, $81c2c92e, $92722c85,
    $a2bfe8a1, $a81a664b, $c24b8b70, $c76c51a3, $d192e819, $d6990624, $f40e3585, $106aa070,
    $19a4c116, $1e376c08, $2748774c, $34b0bcb5, $391c0cb3, $4ed8aa4a, $5b9cca4f, $682e6ff3,
    $748f82ee, $78a5636f, $84c87814, $8cc70208, $90befffa, $a4506ceb, $bef9a3f7, $c67178f2);
var
  Hash: array[0..7] of LongWord = (
    $6a09e667, $bb67ae85, $3c6ef372, $a54ff53a, $510e527f, $9b05688c, $1f83d9ab, $5be0cd19);
  Padded: RawByteString;
  W: array[0..63] of LongWord;
  A: array[0..7] of LongWord;
  Block, I: Integer;
  T1, T2: LongWord;
begin
  Padded := Data + #$80;
  while Length(Padded) mod 64 <> 56 do
    Padded := Padded + #0;
  for I := 7 downto 0 do
    Padded := Padded + Chr((QWord(Length(Data)) * 8 shr (8 * I)) and 255);
  for Block := 0 to Length(Padded) div 64 - 1 do
  begin
    for I := 0 to 15 do
      W[I] := BEtoN(PLongWord(@Padded[Block * 64 + I * 4 + 1])^);
    for I := 16 to 63 do
      W[I] := W[I - 16] + W[I - 7]
        + (RorDWord(W[I - 15], 7) xor RorDWord(W[I - 15], 18) xor (W[I - 15] shr 3))
        + (RorDWord(W[I - 2], 17) xor RorDWord(W[I - 2], 19) xor (W[I - 2] shr 10));
    A := Hash;
    for I := 0 to 63 do
    begin
      T1 := A[7] + (RorDWord(A[4], 6) xor RorDWord(A[4], 11) xor RorDWord(A[4], 25))
        + ((A[4] and A[5]) xor (not A[4] and A[6])) + K[I] + W[I];
      T2 := (RorDWord(A[0], 2) xor RorDWord(A[0], 13) xor RorDWord(A[0], 22))
        + ((A[0] and A[1]) xor (A[0] and A[2]) xor (A[1] and A[2]));
      A[7] := A[6];
      A[6] := A[5];
      A[5] := A[4];
      A[4] := A[3] + T1;
      A[3] := A[2];
      A[2] := A[1];
      A[1] := A[0];
      A[0] := T1 + T2;
    end;
    for I := 0 to 7 do
      Hash[I] := Hash[I] + A[I];
  end;
  SetLength(Result, 32);
  for I := 0 to 31 do
    Result[I + 1] := Chr((Hash[I div 4] shr (24 - 8 * (I mod 4))) and 255);
end;

function Hmac(Key: RawByteString; const Text: RawByteString): RawByteString;
var
  Inner, Outer: RawByteString;
  I: Integer;
begin
  if Length(Key) > 64 then
    Key := Sha256(Key);
  while Length(Key) < 64 do
    Key := Key + #0;
  Inner := '';
  Outer := '';
  for I := 1 to 64 do
  begin
    Inner := Inner + Chr(Ord(Key[I]) xor $36);
    Outer := Outer + Chr(Ord(Key[I]) xor $5c);
  end;
  Result := Sha256(Outer + Sha256(Inner + Text));
end;

function CanonicalPath: RawByteString;
var
  Segment: RawByteString;
begin
  // A path is encoded once more to be signed.
  Result := '';
  for Segment in string(Path).Split(['/']) do
    if Segment <> '' then
      Result := Result + '/' + Encode(Segment);
  if (Result = '') or (Path[Length(Path)] = '/') then
    Result := Result + '/';
end;

function CanonicalQuery: RawByteString;
var
  Pair: RawByteString;
begin
  Result := '';
  Pairs.CustomSort(@Compare);
  for Pair in Pairs do
  begin
    if Result <> '' then
      Result := Result + '&';
    Result := Result + StringReplace(Pair, ' ', '=', []);
  end;
end;

// The value of a header with its blanks made single spaces.
function CanonicalValue(const Value: RawByteString): RawByteString;
var
  Word: RawByteString;
begin
  Result := '';
  for Word in string(Value).Split([' ', #9]) do
  begin
    if (Result <> '') and (Word <> '') then
      Result := Result + ' ';
    Result := Result + Word;
  end;
end;

// The value of `Authorization`; nothing may change what is signed afterwards.
function Authorization(const Host, Time, AccessKey, SecretKey: RawByteString): RawByteString;
var
  Headers, Names, Scope, Key: RawByteString;
begin
  Headers := '';
  Names := '';
  if ContentType <> '' then
  begin
    Headers := 'content-type:' + CanonicalValue(ContentType) + #10;
    Names := 'content-type;';
  end;
  Headers := Headers + 'host:' + Host + #10 + 'x-amz-date:' + Time + #10;
  Names := Names + 'host;x-amz-date';
  Scope := Copy(Time, 1, 8) + '/' + Region + '/' + Service + '/aws4_request';
  Key := Hmac('AWS4' + SecretKey, Copy(Time, 1, 8));
  Key := Hmac(Hmac(Hmac(Key, Region), Service), 'aws4_request');
  Result := 'AWS4-HMAC-SHA256 Credential=' + AccessKey + '/' + Scope + ', SignedHeaders=' + Names
    + ', Signature=' + Hex(Hmac(Key, 'AWS4-HMAC-SHA256'#10 + Time + #10 + Scope + #10
    + Hex(Sha256(Method + #10 + CanonicalPath + #10 + CanonicalQuery + #10
    + Headers + #10 + Names + #10 + Hex(Sha256(Body))))));
end;

function Variable(const Name: string): string;
begin
  Result := GetEnvironmentVariable(Name);
  if Result = '' then
  begin
    WriteLn(StdErr, 'set the environment variable ', Name);
    Halt(1);
  end;
end;

var
  Client: TFPHTTPClient;
  Response: TMemoryStream;
  Output: THandleStream;
  Host, Time, Url: RawByteString;
begin
  Pairs := TStringList.Create;
{%- for key, value in query %}
  Parameter({{ key }}, {{ value }});
{%- endfor %}
  Host := Copy(Origin, Pos('://', Origin) + 3, MaxInt);
  Time := FormatDateTime('yyyymmdd"T"hhnnss"Z"', LocalTimeToUniversal(Now));
  Client := TFPHTTPClient.Create(nil);
  Response := TMemoryStream.Create;
  Output := THandleStream.Create(StdOutputHandle);
  try
    if ContentType <> '' then
      Client.AddHeader('Content-Type', ContentType);
    Client.AddHeader('X-Amz-Date', Time);
    Client.AddHeader('Authorization', Authorization(Host, Time,
      Variable({{ access_key_variable }}), Variable({{ secret_key_variable }})));
    if Body <> '' then
      Client.RequestBody := TRawByteStringStream.Create(Body);
    Url := Origin + Path;
    if Query <> '' then
      Url := Url + '?' + Query;
    Client.HTTPMethod(Method, Url, Response, []);
    WriteLn(StdErr, Client.ResponseStatusCode, ' ', Client.ResponseStatusText);
    Output.CopyFrom(Response, 0);
    if Client.ResponseStatusCode >= 400 then
      ExitCode := 1;
  finally
    Client.RequestBody.Free;
    Client.Free;
    Output.Free;
    Response.Free;
    Pairs.Free;
  end;
end.
