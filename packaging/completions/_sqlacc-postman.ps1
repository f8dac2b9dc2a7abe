
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'sqlacc-postman' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'sqlacc-postman'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'sqlacc-postman' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write the Postman collection of the SQL Account API')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check collections against Postman''s schema and lint rules')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two collections and who is affected')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Describe a rule, or list all rules')
            [CompletionResult]::new('fmt', 'fmt', [CompletionResultType]::ParameterValue, 'Format collections and environments: members in a fixed order, two-space indentation')
            [CompletionResult]::new('catalogue', 'catalogue', [CompletionResultType]::ParameterValue, 'List the resources of the API, or the fields of one')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema (draft 2020-12) of a resource''s record')
            [CompletionResult]::new('curl', 'curl', [CompletionResultType]::ParameterValue, 'Write a signed curl command, or a program that signs and sends. Nothing is sent')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Explain why a signature does not match')
            [CompletionResult]::new('test-connection', 'test-connection', [CompletionResultType]::ParameterValue, 'Check that the keys work')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send one signed request: an operation of a resource, or a request of a collection')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run a sandbox of SQL Account''s API Service on this machine')
            [CompletionResult]::new('key', 'key', [CompletionResultType]::ParameterValue, 'Generate, list and revoke the sandbox''s keys, whether it is running or not')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy a sandbox''s records and keys to a file, whether it is running or not')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Replace a sandbox''s records and keys by those of a backup, whether it is running or not')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Create a configuration file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print a manual page, in roff')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;generate' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the collection to this file; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the collection to this file; `-` for standard output')
            [CompletionResult]::new('--write-environment', '--write-environment', [CompletionResultType]::ParameterName, 'Also write an environment, which stores the keys as secrets')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Scheme and host of the service')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'AWS region to sign for')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'AWS service name to sign for')
            [CompletionResult]::new('--auth-in', '--auth-in', [CompletionResultType]::ParameterName, 'Where to put the signature')
            [CompletionResult]::new('--layout', '--layout', [CompletionResultType]::ParameterName, 'How to organise the folders')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Only these modules and resources, by path or title')
            [CompletionResult]::new('--udf', '--udf', [CompletionResultType]::ParameterName, 'Add a user-defined field; can be repeated')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('--ids-from', '--ids-from', [CompletionResultType]::ParameterName, 'Keep the ids of an earlier collection, so that its forks can be updated')
            [CompletionResult]::new('--portable', '--portable', [CompletionResultType]::ParameterName, 'Write for tools that ignore what Postman inherits and substitutes')
            [CompletionResult]::new('--no-tests', '--no-tests', [CompletionResultType]::ParameterName, 'Leave out the test scripts')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if a file is out of date')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;validate' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the result [default: implied by --output, or human]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write another report as well; can be repeated')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'Exit with 1 at this severity or above')
            [CompletionResult]::new('--select', '--select', [CompletionResultType]::ParameterName, 'Check only these rules, separated by commas')
            [CompletionResult]::new('--ignore', '--ignore', [CompletionResultType]::ParameterName, 'Skip these rules, separated by commas')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What the collection must be ready for; each profile includes the ones before it [default: run]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file [default: the nearest sqlacc-postman.toml beside or above the files]')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Report only what is not in this baseline')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Environment or globals that the collection is run with; can be repeated')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Environment or globals that the collection is run with; can be repeated')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Which schema to check against [default: corrected]')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version of the collection format [default: the one that `info.schema` names]')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('--max-findings', '--max-findings', [CompletionResultType]::ParameterName, 'Show at most this many findings of each rule in the human and the Markdown format, which group them by cause; 0 shows all [default: a few, all with --select]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Number of threads [default: the number of cores]')
            [CompletionResult]::new('--write-baseline', '--write-baseline', [CompletionResultType]::ParameterName, 'Save the current results as the baseline and exit with 0')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'Apply fixes that change nothing that is sent, run or read')
            [CompletionResult]::new('--unsafe-fixes', '--unsafe-fixes', [CompletionResultType]::ParameterName, 'Also apply fixes that may change what is sent, run or read')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show the fixes as a diff without writing anything')
            [CompletionResult]::new('--catalogue', '--catalogue', [CompletionResultType]::ParameterName, 'Also compare with the catalogue of the SQL Account API')
            [CompletionResult]::new('--stats', '--stats', [CompletionResultType]::ParameterName, 'Show the number of findings per rule instead of the findings, in the human and the Markdown format')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'List the files that were skipped, and why')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'List the files that were skipped, and why')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Leave out the summary line')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Leave out the summary line')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;diff' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the result [default: implied by --output, or human]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write another report as well; can be repeated')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'Exit with 1 at this impact or above')
            [CompletionResult]::new('--contract', '--contract', [CompletionResultType]::ParameterName, 'Which users to protect, separated by commas')
            [CompletionResult]::new('--select', '--select', [CompletionResultType]::ParameterName, 'Show only these kinds of changes or impacts, separated by commas')
            [CompletionResult]::new('--ignore', '--ignore', [CompletionResultType]::ParameterName, 'Leave out these kinds of changes or impacts, separated by commas')
            [CompletionResult]::new('--match', '--match', [CompletionResultType]::ParameterName, 'How to pair the requests of both sides')
            [CompletionResult]::new('--rename-threshold', '--rename-threshold', [CompletionResultType]::ParameterName, 'How similar two requests must be to count as renamed, in percent; below 80, only if their paths end alike')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Report only what is not in this baseline')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file [default: sqlacc-postman.toml in this folder or above]')
            [CompletionResult]::new('--values', '--values', [CompletionResultType]::ParameterName, 'Show each change and each changed line, not only how many')
            [CompletionResult]::new('--write-baseline', '--write-baseline', [CompletionResultType]::ParameterName, 'Save the current results as the baseline and exit with 0')
            [CompletionResult]::new('--git-driver', '--git-driver', [CompletionResultType]::ParameterName, 'Take the arguments that git gives to `diff.NAME.command`; always exits with 0')
            [CompletionResult]::new('--kinds', '--kinds', [CompletionResultType]::ParameterName, 'List the kinds of changes with their impact on each group of users')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;explain' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;fmt' {
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if a file is not formatted')
            [CompletionResult]::new('--strip-volatile', '--strip-volatile', [CompletionResultType]::ParameterName, 'Remove what the rule `volatile-field` reports: exporter, account, and the dates, times and cookies of examples')
            [CompletionResult]::new('--textconv', '--textconv', [CompletionResultType]::ParameterName, 'Write the file to standard output for git''s `diff.NAME.textconv`: without ids and what --strip-volatile removes; a file that cannot be formatted as it is')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;catalogue' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the result')
            [CompletionResult]::new('--udf', '--udf', [CompletionResultType]::ParameterName, 'Add a user-defined field; can be repeated')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;schema' {
            [CompletionResult]::new('--udf', '--udf', [CompletionResultType]::ParameterName, 'Add a user-defined field; can be repeated')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the schema to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the schema to this file instead of standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;curl' {
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Query parameters, not percent-encoded')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'File with the body; `-` for standard input')
            [CompletionResult]::new('--content-type', '--content-type', [CompletionResultType]::ParameterName, 'Content-Type of the body, or `application/pdf;template=NAME` for a PDF [default: application/json if there is a body]')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Scheme and host of the service')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'AWS region to sign for')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'AWS service name to sign for')
            [CompletionResult]::new('--auth-in', '--auth-in', [CompletionResultType]::ParameterName, 'Where to put the signature')
            [CompletionResult]::new('--language', '--language', [CompletionResultType]::ParameterName, 'Shell to quote a command for, or language of a program')
            [CompletionResult]::new('--shell', '--shell', [CompletionResultType]::ParameterName, 'Shell to quote a command for, or language of a program')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign at this time (UTC), such as 20260115T083000Z [default: now]')
            [CompletionResult]::new('--access-key', '--access-key', [CompletionResultType]::ParameterName, 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]')
            [CompletionResult]::new('--secret-key-file', '--secret-key-file', [CompletionResultType]::ParameterName, 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--aws-sigv4', '--aws-sigv4', [CompletionResultType]::ParameterName, 'Let curl sign with its own --aws-sigv4, so that the command does not expire')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;sign' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Check the signature of a request and explain why it does not match')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;sign;explain' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When the request arrives (UTC), such as 20260115T083000Z [default: now]')
            [CompletionResult]::new('--access-key', '--access-key', [CompletionResultType]::ParameterName, 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]')
            [CompletionResult]::new('--secret-key-file', '--secret-key-file', [CompletionResultType]::ParameterName, 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;sign;help' {
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Check the signature of a request and explain why it does not match')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;sign;help;explain' {
            break
        }
        'sqlacc-postman;sign;help;help' {
            break
        }
        'sqlacc-postman;test-connection' {
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Scheme and host of the service')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'AWS region to sign for')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'AWS service name to sign for')
            [CompletionResult]::new('--auth-in', '--auth-in', [CompletionResultType]::ParameterName, 'Where to put the signature')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for a response')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the result')
            [CompletionResult]::new('--access-key', '--access-key', [CompletionResultType]::ParameterName, 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]')
            [CompletionResult]::new('--secret-key-file', '--secret-key-file', [CompletionResultType]::ParameterName, 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any TLS certificate from localhost; repeat it for other hosts')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;send' {
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Only records with this value, or a report''s parameter; can be repeated')
            [CompletionResult]::new('--offset', '--offset', [CompletionResultType]::ParameterName, 'Number of records to skip in a list')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'File with the body of a create or update; `-` for standard input')
            [CompletionResult]::new('--patch', '--patch', [CompletionResultType]::ParameterName, 'File with a JSON object whose members replace those of the record')
            [CompletionResult]::new('--pdf-template', '--pdf-template', [CompletionResultType]::ParameterName, 'Name of the PDF template [default: the first one of the resource]')
            [CompletionResult]::new('--collection', '--collection', [CompletionResultType]::ParameterName, 'Send a request of this collection instead')
            [CompletionResult]::new('--request', '--request', [CompletionResultType]::ParameterName, 'Path of the request, such as "Sales › Sales Invoice › List"')
            [CompletionResult]::new('--globals', '--globals', [CompletionResultType]::ParameterName, 'Postman globals')
            [CompletionResult]::new('--allow-file', '--allow-file', [CompletionResultType]::ParameterName, 'Send this file too, or the files in this folder; can be repeated')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Send values of your environment and your keys to this host too; can be repeated')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the records')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns of a table or CSV, by field, separated by commas')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the response to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the response to this file instead of standard output')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Scheme and host of the service')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'AWS region to sign for')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'AWS service name to sign for')
            [CompletionResult]::new('--auth-in', '--auth-in', [CompletionResultType]::ParameterName, 'Where to put the signature')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for a response')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often to retry after 429, 502 or a failed connection')
            [CompletionResult]::new('--access-key', '--access-key', [CompletionResultType]::ParameterName, 'Access key [default: from --environment or `SQLACC_ACCESS_KEY`]')
            [CompletionResult]::new('--secret-key-file', '--secret-key-file', [CompletionResultType]::ParameterName, 'File with the secret key, readable only by you (mode 0600) [default: from --environment, `SQLACC_SECRET_KEY` or a prompt]')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Postman environment with `access_key` and `secret_key`, and optionally `host`, `region`, `service` and `session_token`')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Read the whole list, page by page')
            [CompletionResult]::new('--no-validate', '--no-validate', [CompletionResultType]::ParameterName, 'Send the body without validating it')
            [CompletionResult]::new('--edit', '--edit', [CompletionResultType]::ParameterName, 'Change the record in an editor')
            [CompletionResult]::new('--replace-rows', '--replace-rows', [CompletionResultType]::ParameterName, 'Keep only the rows of the patch')
            [CompletionResult]::new('--pdf', '--pdf', [CompletionResultType]::ParameterName, 'Get the record or report as a PDF; needs --output')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any TLS certificate from localhost; repeat it for other hosts')
            [CompletionResult]::new('--retry-writes', '--retry-writes', [CompletionResultType]::ParameterName, 'Also retry requests that change data, which may then happen twice')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;sandbox' {
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on; port 0 for any free port')
            [CompletionResult]::new('--console', '--console', [CompletionResultType]::ParameterName, 'Loopback address of the console, or `off` [default: the port after --listen]')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Records of a new sandbox')
            [CompletionResult]::new('--seed-size', '--seed-size', [CompletionResultType]::ParameterName, 'Minimum number of documents of the demo company')
            [CompletionResult]::new('--write-environment', '--write-environment', [CompletionResultType]::ParameterName, 'Write a Postman environment with the host and new keys (mode 0600)')
            [CompletionResult]::new('--build', '--build', [CompletionResultType]::ParameterName, 'Build of the service, such as 6.2026.1100 [default: the newest known]')
            [CompletionResult]::new('--error-format', '--error-format', [CompletionResultType]::ParameterName, 'Format of error responses')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Delay every response by this many milliseconds')
            [CompletionResult]::new('--fail-rate', '--fail-rate', [CompletionResultType]::ParameterName, 'Answer this fraction of requests, from 0 to 1, with 502')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Largest body of a request')
            [CompletionResult]::new('--max-head', '--max-head', [CompletionResultType]::ParameterName, 'Largest head (request line and headers) of a request')
            [CompletionResult]::new('--head-timeout', '--head-timeout', [CompletionResultType]::ParameterName, 'How long the head may take, and how long a connection may be idle')
            [CompletionResult]::new('--body-timeout', '--body-timeout', [CompletionResultType]::ParameterName, 'How long the body may take')
            [CompletionResult]::new('--request-timeout', '--request-timeout', [CompletionResultType]::ParameterName, 'How long a request may take in total')
            [CompletionResult]::new('--stop-timeout', '--stop-timeout', [CompletionResultType]::ParameterName, 'How long current requests may take to finish when the sandbox stops')
            [CompletionResult]::new('--max-connections', '--max-connections', [CompletionResultType]::ParameterName, 'Number of connections that may be open at the same time')
            [CompletionResult]::new('--rate-limit', '--rate-limit', [CompletionResultType]::ParameterName, 'Requests per second and key; more are answered with 429 [default: unlimited]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'One line of text or one JSON object per event')
            [CompletionResult]::new('--log-level', '--log-level', [CompletionResultType]::ParameterName, 'How much to log: `info` logs every request, `warn` only refused ones')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Refuse what the service might tolerate')
            [CompletionResult]::new('--lenient-updatecount', '--lenient-updatecount', [CompletionResultType]::ParameterName, 'Also accept a PUT with the stored `updatecount` or none, instead of that plus one')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;key' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate an access key and a secret key for a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all access keys, newest first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a key immediately and permanently')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Revoke all keys whose master key is lost, and start with a new master key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;key;generate' {
            [CompletionResult]::new('--write-environment', '--write-environment', [CompletionResultType]::ParameterName, 'Write the keys to a Postman environment (mode 0600) instead of printing them')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Scheme and host of the sandbox for the environment')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('--regenerate', '--regenerate', [CompletionResultType]::ParameterName, 'Revoke the user''s current key first, if any')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;key;list' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;key;revoke' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;key;reset' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;key;help' {
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate an access key and a secret key for a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all access keys, newest first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a key immediately and permanently')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Revoke all keys whose master key is lost, and start with a new master key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;key;help;generate' {
            break
        }
        'sqlacc-postman;key;help;list' {
            break
        }
        'sqlacc-postman;key;help;revoke' {
            break
        }
        'sqlacc-postman;key;help;reset' {
            break
        }
        'sqlacc-postman;key;help;help' {
            break
        }
        'sqlacc-postman;backup' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;restore' {
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Where the records are stored: a file, `postgres://user@host/name` or `memory` [default: `SQLACC_SANDBOX_DATA` or sqlacc-sandbox.db]')
            [CompletionResult]::new('--master-key-file', '--master-key-file', [CompletionResultType]::ParameterName, 'File with the key that encrypts the secret keys; created if missing (mode 0600) [default: the data file plus `.key`]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;config' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a `sqlacc-postman.toml` whose settings are all commented out')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;config;init' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write, `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write, `-` for standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'sqlacc-postman;config;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a `sqlacc-postman.toml` whose settings are all commented out')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;config;help;init' {
            break
        }
        'sqlacc-postman;config;help;help' {
            break
        }
        'sqlacc-postman;completions' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the script to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the script to this file instead of standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;man' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the page to this file instead of standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the page to this file instead of standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'sqlacc-postman;help' {
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write the Postman collection of the SQL Account API')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check collections against Postman''s schema and lint rules')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two collections and who is affected')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Describe a rule, or list all rules')
            [CompletionResult]::new('fmt', 'fmt', [CompletionResultType]::ParameterValue, 'Format collections and environments: members in a fixed order, two-space indentation')
            [CompletionResult]::new('catalogue', 'catalogue', [CompletionResultType]::ParameterValue, 'List the resources of the API, or the fields of one')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema (draft 2020-12) of a resource''s record')
            [CompletionResult]::new('curl', 'curl', [CompletionResultType]::ParameterValue, 'Write a signed curl command, or a program that signs and sends. Nothing is sent')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Explain why a signature does not match')
            [CompletionResult]::new('test-connection', 'test-connection', [CompletionResultType]::ParameterValue, 'Check that the keys work')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send one signed request: an operation of a resource, or a request of a collection')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run a sandbox of SQL Account''s API Service on this machine')
            [CompletionResult]::new('key', 'key', [CompletionResultType]::ParameterValue, 'Generate, list and revoke the sandbox''s keys, whether it is running or not')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy a sandbox''s records and keys to a file, whether it is running or not')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Replace a sandbox''s records and keys by those of a backup, whether it is running or not')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Create a configuration file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print a manual page, in roff')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'sqlacc-postman;help;generate' {
            break
        }
        'sqlacc-postman;help;validate' {
            break
        }
        'sqlacc-postman;help;diff' {
            break
        }
        'sqlacc-postman;help;explain' {
            break
        }
        'sqlacc-postman;help;fmt' {
            break
        }
        'sqlacc-postman;help;catalogue' {
            break
        }
        'sqlacc-postman;help;schema' {
            break
        }
        'sqlacc-postman;help;curl' {
            break
        }
        'sqlacc-postman;help;sign' {
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Check the signature of a request and explain why it does not match')
            break
        }
        'sqlacc-postman;help;sign;explain' {
            break
        }
        'sqlacc-postman;help;test-connection' {
            break
        }
        'sqlacc-postman;help;send' {
            break
        }
        'sqlacc-postman;help;sandbox' {
            break
        }
        'sqlacc-postman;help;key' {
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate an access key and a secret key for a user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all access keys, newest first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a key immediately and permanently')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Revoke all keys whose master key is lost, and start with a new master key')
            break
        }
        'sqlacc-postman;help;key;generate' {
            break
        }
        'sqlacc-postman;help;key;list' {
            break
        }
        'sqlacc-postman;help;key;revoke' {
            break
        }
        'sqlacc-postman;help;key;reset' {
            break
        }
        'sqlacc-postman;help;backup' {
            break
        }
        'sqlacc-postman;help;restore' {
            break
        }
        'sqlacc-postman;help;config' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a `sqlacc-postman.toml` whose settings are all commented out')
            break
        }
        'sqlacc-postman;help;config;init' {
            break
        }
        'sqlacc-postman;help;completions' {
            break
        }
        'sqlacc-postman;help;man' {
            break
        }
        'sqlacc-postman;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
