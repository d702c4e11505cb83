// Some registries lack the packages of other systems; npm then leaves them out of package-lock.json, `npm ci` refuses
// it, and whoever works on such a system stays without a compiler. This adds an entry for each of them:
// `npm run lockfile` after a change of dependencies made against a partial registry.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];

for (const [place, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isKnown(place, name)) continue;
    const system = systemOf(name);
    if (!system) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ""),
      optional: true,
      ...system,
    };
    added.push(name);
  }
}

const { "": root, ...rest } = lock.packages;
const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
lock.packages = { "": root, ...sorted };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added ${added.length}: ${added.join(", ")}` : "Nothing was missing.");

/** Resolved the way Node does: beside the package that asks, or further up. */
function isKnown(place, name) {
  let folder = place;
  for (;;) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
    folder = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : "";
  }
}

/** `os`, `cpu` and `libc` as these packages spell them in their names. */
function systemOf(name) {
  const systems = {
    darwin: "darwin",
    linux: "linux",
    win32: "win32",
    windows: "win32",
    win: "win32",
    android: "android",
    freebsd: "freebsd",
    openharmony: "openharmony",
    sunos: "sunos",
    aix: "aix",
    netbsd: "netbsd",
    openbsd: "openbsd",
  };
  const cpus = {
    x64: "x64",
    arm64: "arm64",
    arm: "arm",
    ia32: "ia32",
    ppc64: "ppc64",
    ppc64le: "ppc64",
    riscv64: "riscv64",
    s390x: "s390x",
    loong64: "loong64",
    mips64el: "mips64el",
    wasm32: "wasm32",
  };
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.map((word) => cpus[word]).find(Boolean);
  if (!os && cpu !== "wasm32") return null;
  const isMusl = words.some((word) => word.startsWith("musl"));
  const isGnu = words.some((word) => word.startsWith("gnu"));
  return {
    ...(os ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os === "linux" && (isMusl || isGnu) ? { libc: [isMusl ? "musl" : "glibc"] } : {}),
  };
}
