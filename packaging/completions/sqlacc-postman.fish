# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_sqlacc_postman_global_optspecs
    string join \n h/help V/version
end

function __fish_sqlacc_postman_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_sqlacc_postman_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_sqlacc_postman_using_subcommand
    set -l cmd (__fish_sqlacc_postman_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -s V -l version -d 'Print version'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "generate" -d 'Write the Postman collection of the SQL Account API'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "validate" -d 'Check collections against Postman\'s schema and lint rules'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "diff" -d 'Show what changed between two collections and who is affected'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "explain" -d 'Describe a rule, or list all rules'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "fmt" -d 'Format collections and environments: members in a fixed order, two-space indentation'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "catalogue" -d 'List the resources of the API, or the fields of one'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "schema" -d 'Print the JSON Schema (draft 2020-12) of a resource\'s record'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "curl" -d 'Write a signed curl command, or a program that signs and sends. Nothing is sent'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "sign" -d 'Explain why a signature does not match'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "test-connection" -d 'Check that the keys work'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "send" -d 'Send one signed request: an operation of a resource, or a request of a collection'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "sandbox" -d 'Run a sandbox of SQL Account\'s API Service on this machine'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "key" -d 'Generate, list and revoke the sandbox\'s keys, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "backup" -d 'Copy a sandbox\'s records and keys to a file, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "restore" -d 'Replace a sandbox\'s records and keys by those of a backup, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "config" -d 'Create a configuration file'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "man" -d 'Print a manual page, in roff'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -s o -l output -d 'Write the collection to this file; `-` for standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l write-environment -d 'Also write an environment, which stores the keys as secrets' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l host -d 'Scheme and host of the service' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l region -d 'AWS region to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l service -d 'AWS service name to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l auth-in -d 'Where to put the signature' -r -f -a "header\t'The Authorization header'
query\t'Query parameters'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l layout -d 'How to organise the folders' -r -f -a "grouped\t'One folder per module with one folder per resource in it'
flat\t'One folder per resource'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l only -d 'Only these modules and resources, by path or title' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l udf -d 'Add a user-defined field; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l ids-from -d 'Keep the ids of an earlier collection, so that its forks can be updated' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l portable -d 'Write for tools that ignore what Postman inherits and substitutes'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l no-tests -d 'Leave out the test scripts'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -l check -d 'Write nothing; exit with 1 if a file is out of date'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l format -d 'Format of the result [default: implied by --output, or human]' -r -f -a "human\t'Code frames by cause, for people'
short\t'One line per finding: path:line:column: severity[rule] message'
json\t'A versioned format of our own'
sarif\t'SARIF 2.1.0'
junit\t'JUnit XML'
github\t'Annotations of GitHub Actions'
gitlab\t'GitLab code quality report'
markdown\t'For a comment on a pull request'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -s o -l output -d 'Write the result to this file instead of standard output' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l report -d 'Write another report as well; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l fail-on -d 'Exit with 1 at this severity or above' -r -f -a "info\t'Every finding'
warning\t'Likely to cause trouble'
error\t'Broken'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l select -d 'Check only these rules, separated by commas' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l ignore -d 'Skip these rules, separated by commas' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l profile -d 'What the collection must be ready for; each profile includes the ones before it [default: run]' -r -f -a "import\t'Postman can import it'
run\t'It runs as intended'
publish\t'It is fit to share'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l config -d 'Configuration file [default: the nearest sqlacc-postman.toml beside or above the files]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l baseline -d 'Report only what is not in this baseline' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -s e -l environment -d 'Environment or globals that the collection is run with; can be repeated' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l schema -d 'Which schema to check against [default: corrected]' -r -f -a "official\t'To the letter'
corrected\t'Corrected where Postman\'s own exports break it'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l schema-version -d 'Version of the collection format [default: the one that `info.schema` names]' -r -f -a "2.0\t'v2.0.0'
2.1\t'v2.1.0'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l max-findings -d 'Show at most this many findings of each rule in the human and the Markdown format, which group them by cause; 0 shows all [default: a few, all with --select]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l jobs -d 'Number of threads [default: the number of cores]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l write-baseline -d 'Save the current results as the baseline and exit with 0'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l fix -d 'Apply fixes that change nothing that is sent, run or read'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l unsafe-fixes -d 'Also apply fixes that may change what is sent, run or read'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l diff -d 'Show the fixes as a diff without writing anything'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l catalogue -d 'Also compare with the catalogue of the SQL Account API'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -l stats -d 'Show the number of findings per rule instead of the findings, in the human and the Markdown format'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -s v -l verbose -d 'List the files that were skipped, and why'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -s q -l quiet -d 'Leave out the summary line'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l format -d 'Format of the result [default: implied by --output, or human]' -r -f -a "human\t'For people'
short\t'One line per request'
json\t'For programs'
markdown\t'For a comment on a pull request'
html\t'A single page for a browser'
junit\t'JUnit XML'
github\t'Annotations of GitHub Actions'
changelog\t'A section of a Keep a Changelog file'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -s o -l output -d 'Write the result to this file instead of standard output' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l report -d 'Write another report as well; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l fail-on -d 'Exit with 1 at this impact or above' -r -f -a "breaking\t'Changes that break something'
risky\t'Changes that may break something'
any\t'Every change'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l contract -d 'Which users to protect, separated by commas' -r -f -a "wire\t'People who send the requests'
run\t'People who run the collection'
fork\t'People who forked the collection'
all\t'All of them'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l select -d 'Show only these kinds of changes or impacts, separated by commas' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l ignore -d 'Leave out these kinds of changes or impacts, separated by commas' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l match -d 'How to pair the requests of both sides' -r -f -a "auto\t'By id where both sides share ids, then by path, name and similarity'
id\t'By id'
path\t'By method and path'
name\t'By folder and name'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l rename-threshold -d 'How similar two requests must be to count as renamed, in percent; below 80, only if their paths end alike' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l baseline -d 'Report only what is not in this baseline' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l config -d 'Configuration file [default: sqlacc-postman.toml in this folder or above]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l values -d 'Show each change and each changed line, not only how many'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l write-baseline -d 'Save the current results as the baseline and exit with 0'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l git-driver -d 'Take the arguments that git gives to `diff.NAME.command`; always exits with 0'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -l kinds -d 'List the kinds of changes with their impact on each group of users'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand explain" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand fmt" -l check -d 'Write nothing; exit with 1 if a file is not formatted'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand fmt" -l strip-volatile -d 'Remove what the rule `volatile-field` reports: exporter, account, and the dates, times and cookies of examples'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand fmt" -l textconv -d 'Write the file to standard output for git\'s `diff.NAME.textconv`: without ids and what --strip-volatile removes; a file that cannot be formatted as it is'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand fmt" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand catalogue" -l format -d 'Format of the result' -r -f -a "table\t'A table for people'
json\t'Everything in the catalogue'
markdown\t'The documentation pages of the collection'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand catalogue" -l udf -d 'Add a user-defined field; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand catalogue" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand catalogue" -s o -l output -d 'Write the result to this file instead of standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand catalogue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand schema" -l udf -d 'Add a user-defined field; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand schema" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand schema" -s o -l output -d 'Write the schema to this file instead of standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l query -d 'Query parameters, not percent-encoded' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l body -d 'File with the body; `-` for standard input' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l content-type -d 'Content-Type of the body, or `application/pdf;template=NAME` for a PDF [default: application/json if there is a body]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l host -d 'Scheme and host of the service' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l region -d 'AWS region to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l service -d 'AWS service name to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l auth-in -d 'Where to put the signature' -r -f -a "header\t'The Authorization header'
query\t'Query parameters'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l language -l shell -d 'Shell to quote a command for, or language of a program' -r -f -a "bash\t'curl in bash, zsh and other Bourne shells'
powershell\t'curl in PowerShell, including Windows PowerShell 5'
python\t'a program in Python 3'
node\t'a program in JavaScript for Node.js'
php\t'a program in PHP'
csharp\t'a program in C# for .NET, .NET Framework or Mono'
pascal\t'a program in Free Pascal'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l at -d 'Sign at this time (UTC), such as 20260115T083000Z [default: now]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l access-key -d 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l secret-key-file -d 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -s e -l environment -d 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -l aws-sigv4 -d 'Let curl sign with its own --aws-sigv4, so that the command does not expire'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand curl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and not __fish_seen_subcommand_from explain help" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and not __fish_seen_subcommand_from explain help" -f -a "explain" -d 'Check the signature of a request and explain why it does not match'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and not __fish_seen_subcommand_from explain help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from explain" -l at -d 'When the request arrives (UTC), such as 20260115T083000Z [default: now]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from explain" -l access-key -d 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from explain" -l secret-key-file -d 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from explain" -s e -l environment -d 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Check the signature of a request and explain why it does not match'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sign; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l host -d 'Scheme and host of the service' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l region -d 'AWS region to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l service -d 'AWS service name to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l auth-in -d 'Where to put the signature' -r -f -a "header\t'The Authorization header'
query\t'Query parameters'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l timeout -d 'How long to wait for a response' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l format -d 'Format of the result' -r -f -a "human\t'One line per request'
json\t'One JSON object'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l access-key -d 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l secret-key-file -d 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -s e -l environment -d 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -l insecure -d 'Accept any TLS certificate from localhost; repeat it for other hosts'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand test-connection" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l filter -d 'Only records with this value, or a report\'s parameter; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l offset -d 'Number of records to skip in a list' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l body -d 'File with the body of a create or update; `-` for standard input' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l patch -d 'File with a JSON object whose members replace those of the record' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l pdf-template -d 'Name of the PDF template [default: the first one of the resource]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l collection -d 'Send a request of this collection instead' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l request -d 'Path of the request, such as "Sales › Sales Invoice › List"' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l globals -d 'Postman globals' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l allow-file -d 'Send this file too, or the files in this folder; can be repeated' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l allow-host -d 'Send values of your environment and your keys to this host too; can be repeated' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l format -d 'Format of the records' -r -f -a "json\t'The response itself, indented'
table\t'One row per record with a few columns'
csv\t'One row per record with every column that is not a list (RFC 4180)'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l columns -d 'Columns of a table or CSV, by field, separated by commas' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -s o -l output -d 'Write the response to this file instead of standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l host -d 'Scheme and host of the service' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l region -d 'AWS region to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l service -d 'AWS service name to sign for' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l auth-in -d 'Where to put the signature' -r -f -a "header\t'The Authorization header'
query\t'Query parameters'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l timeout -d 'How long to wait for a response' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l retries -d 'How often to retry after 429, 502 or a failed connection' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l access-key -d 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l secret-key-file -d 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -s e -l environment -d 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l all -d 'Read the whole list, page by page'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l no-validate -d 'Send the body without validating it'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l edit -d 'Change the record in an editor'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l replace-rows -d 'Keep only the rows of the patch'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l pdf -d 'Get the record or report as a PDF; needs --output'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l insecure -d 'Accept any TLS certificate from localhost; repeat it for other hosts'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -l retry-writes -d 'Also retry requests that change data, which may then happen twice'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l listen -d 'Address to listen on; port 0 for any free port' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l console -d 'Loopback address of the console, or `off` [default: the port after --listen]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l seed -d 'Records of a new sandbox' -r -f -a "demo\t'A small company with two years of documents'
empty\t'No records'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l seed-size -d 'Minimum number of documents of the demo company' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l write-environment -d 'Write a Postman environment with the host and new keys (mode 0600)' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l build -d 'Build of the service, such as 6.2026.1100 [default: the newest known]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l error-format -d 'Format of error responses' -r -f -a "object\t'`{"error":{"code":400,"message":"…"}}`, which most clients understand'
message\t'`{"message":"…"}`'
text\t'The text as a JSON string'
plain\t'Plain text'"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l latency -d 'Delay every response by this many milliseconds' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l fail-rate -d 'Answer this fraction of requests, from 0 to 1, with 502' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l max-body -d 'Largest body of a request' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l max-head -d 'Largest head (request line and headers) of a request' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l head-timeout -d 'How long the head may take, and how long a connection may be idle' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l body-timeout -d 'How long the body may take' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l request-timeout -d 'How long a request may take in total' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l stop-timeout -d 'How long current requests may take to finish when the sandbox stops' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l max-connections -d 'Number of connections that may be open at the same time' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l rate-limit -d 'Requests per second and key; more are answered with 429 [default: unlimited]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l log-format -d 'One line of text or one JSON object per event' -r -f -a "text\t''
json\t''"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l log-level -d 'How much to log: `info` logs every request, `warn` only refused ones' -r -f -a "off\t''
error\t''
warn\t''
info\t''
debug\t''"
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l strict -d 'Refuse what the service might tolerate'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -l lenient-updatecount -d 'Also accept a PUT with the stored `updatecount` or none, instead of that plus one'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand sandbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -f -a "generate" -d 'Generate an access key and a secret key for a user'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -f -a "list" -d 'List all access keys, newest first'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -f -a "revoke" -d 'Revoke a key immediately and permanently'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -f -a "reset" -d 'Revoke all keys whose master key is lost, and start with a new master key'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and not __fish_seen_subcommand_from generate list revoke reset help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -l write-environment -d 'Write the keys to a Postman environment (mode 0600) instead of printing them' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -l host -d 'Scheme and host of the sandbox for the environment' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -l regenerate -d 'Revoke the user\'s current key first, if any'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from list" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from list" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from revoke" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from revoke" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from reset" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from reset" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "generate" -d 'Generate an access key and a secret key for a user'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List all access keys, newest first'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke a key immediately and permanently'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Revoke all keys whose master key is lost, and start with a new master key'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand backup" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand backup" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand restore" -l data -d 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]' -r
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand restore" -l master-key-file -d 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand restore" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and not __fish_seen_subcommand_from init help" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and not __fish_seen_subcommand_from init help" -f -a "init" -d 'Write a `sqlacc-postman.toml` whose settings are all commented out'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and not __fish_seen_subcommand_from init help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and __fish_seen_subcommand_from init" -s o -l output -d 'The file to write, `-` for standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "init" -d 'Write a `sqlacc-postman.toml` whose settings are all commented out'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand completions" -s o -l output -d 'Write the script to this file instead of standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand completions" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand man" -s o -l output -d 'Write the page to this file instead of standard output' -r -F
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand man" -s h -l help -d 'Print help'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "generate" -d 'Write the Postman collection of the SQL Account API'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "validate" -d 'Check collections against Postman\'s schema and lint rules'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "diff" -d 'Show what changed between two collections and who is affected'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "explain" -d 'Describe a rule, or list all rules'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "fmt" -d 'Format collections and environments: members in a fixed order, two-space indentation'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "catalogue" -d 'List the resources of the API, or the fields of one'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "schema" -d 'Print the JSON Schema (draft 2020-12) of a resource\'s record'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "curl" -d 'Write a signed curl command, or a program that signs and sends. Nothing is sent'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "sign" -d 'Explain why a signature does not match'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "test-connection" -d 'Check that the keys work'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "send" -d 'Send one signed request: an operation of a resource, or a request of a collection'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "sandbox" -d 'Run a sandbox of SQL Account\'s API Service on this machine'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "key" -d 'Generate, list and revoke the sandbox\'s keys, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "backup" -d 'Copy a sandbox\'s records and keys to a file, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "restore" -d 'Replace a sandbox\'s records and keys by those of a backup, whether it is running or not'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "config" -d 'Create a configuration file'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "man" -d 'Print a manual page, in roff'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and not __fish_seen_subcommand_from generate validate diff explain fmt catalogue schema curl sign test-connection send sandbox key backup restore config completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from sign" -f -a "explain" -d 'Check the signature of a request and explain why it does not match'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "generate" -d 'Generate an access key and a secret key for a user'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "list" -d 'List all access keys, newest first'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "revoke" -d 'Revoke a key immediately and permanently'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "reset" -d 'Revoke all keys whose master key is lost, and start with a new master key'
complete -c sqlacc-postman -n "__fish_sqlacc_postman_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "init" -d 'Write a `sqlacc-postman.toml` whose settings are all commented out'
