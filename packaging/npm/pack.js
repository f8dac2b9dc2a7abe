#!/usr/bin/env node
// Writes the npm packages: one with the launcher, and an optional one for each archive in the folder.
// Usage: node packaging/npm/pack.js FOLDER
"use strict";

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const SYSTEMS = {
  "x86_64-unknown-linux-musl": ["linux", "x64"],
  "aarch64-unknown-linux-musl": ["linux", "arm64"],
  "x86_64-apple-darwin": ["darwin", "x64"],
  "aarch64-apple-darwin": ["darwin", "arm64"],
  "x86_64-pc-windows-msvc": ["win32", "x64"],
  "x86_64-pc-windows-gnu": ["win32", "x64"],
};

const root = path.join(__dirname, "..", "..");
const folder = path.resolve(process.argv[2] ?? "dist");
const manifest = fs.readFileSync(path.join(root, "Cargo.toml"), "utf8");
const field = (name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(manifest)[1];
const common = {
  version: field("version"),
  license: field("license"),
  repository: { type: "git", url: `git+${field("repository")}.git` },
};
const work = fs.mkdtempSync(path.join(os.tmpdir(), "sqlacc-npm-"));

function pack(content, files) {
  const at = path.join(work, content.name.replace("/", "-"));
  fs.mkdirSync(at, { recursive: true });
  fs.writeFileSync(path.join(at, "package.json"), JSON.stringify(content, null, 2) + "\n");
  for (const [name, from, mode] of files) {
    fs.copyFileSync(from, path.join(at, name));
    fs.chmodSync(path.join(at, name), mode);
  }
  const name = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: at,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  console.log(`wrote ${path.join(folder, name.trim())}`);
}

const licences = ["LICENSE-APACHE", "LICENSE-MIT"].map((name) => [name, path.join(root, name), 0o644]);
const optional = {};
for (const [target, [system, processor]] of Object.entries(SYSTEMS)) {
  const zip = path.join(folder, `sqlacc-postman-${target}.zip`);
  const tar = path.join(folder, `sqlacc-postman-${target}.tar.gz`);
  const archive = [zip, tar].find((file) => fs.existsSync(file));
  if (!archive) continue;
  if (archive === zip) execFileSync("python3", ["-m", "zipfile", "-e", zip, work]);
  else execFileSync("tar", ["--extract", "--gzip", "--file", tar, "--directory", work]);
  const binary = system === "win32" ? "sqlacc-postman.exe" : "sqlacc-postman";
  const name = `@sqlacc-postman/${system}-${processor}`;
  optional[name] = common.version;
  pack(
    { name, ...common, description: `The binary of sqlacc-postman for ${system} on ${processor}`, os: [system], cpu: [processor] },
    [...licences, [binary, path.join(work, `sqlacc-postman-${target}`, binary), 0o755]],
  );
}
if (Object.keys(optional).length === 0) throw new Error(`no archive of packaging/archive in ${folder}`);
pack(
  {
    name: "sqlacc-postman",
    ...common,
    description: field("description"),
    keywords: ["postman", "collection", "lint", "diff", "sigv4", "newman"],
    bin: { "sqlacc-postman": "launcher.js" },
    engines: { node: ">=18" },
    optionalDependencies: optional,
  },
  [...licences, ["README.md", path.join(root, "README.md"), 0o644], ["launcher.js", path.join(__dirname, "launcher.js"), 0o755]],
);
fs.rmSync(work, { recursive: true });
