#!/usr/bin/env node
// Runs the binary of the optional package for this system; arguments, streams and exit code pass through.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const name = `@sqlacc-postman/${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "sqlacc-postman.exe" : "sqlacc-postman";

let binary;
try {
  binary = require.resolve(`${name}/${file}`);
} catch {
  console.error(
    `error: the package ${name} is not installed; install without --omit=optional, ` +
      "or see https://github.com/sqlacc-postman/sqlacc-postman for this system",
  );
  process.exit(2);
}

const child = spawn(binary, process.argv.slice(2), { stdio: "inherit" });
// What the terminal or a service manager sends is the child's to answer; this process waits for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  console.error(`error: cannot run ${binary}: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  process.exit(signal ? 128 + constants.signals[signal] : code);
});
