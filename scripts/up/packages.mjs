import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

/** Installs exactly what package-lock.json says, unless node_modules holds that already. */
export async function ensurePackages(root, onChild) {
  if (!packagesAreCurrent(root)) {
    const startedMs = Date.now();
    console.log("Installing packages …");
    await runNpm(root, onChild);
    console.log(`Installed packages in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
  }
  linkNode(root);
}

/** The Node that the packages brought, of the version everything here is tested on; else this one if new enough. */
export function packagedNode(root) {
  const found = nodeFiles(root).find(existsSync);
  if (found) return found;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  console.error(`Node ${process.versions.node} is too old: Galley needs 22.12 or newer.`);
  process.exit(1);
}

/** Compares with npm's own record of what it installed: quick, and true whoever ran the installation. */
function packagesAreCurrent(root) {
  try {
    const wanted = readLock(path.join(root, "package-lock.json"));
    const installed = readLock(path.join(root, "node_modules", ".package-lock.json"));
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === "" || entry.link) return true;
      const present = installed[name];
      if (present) return present.version === entry.version;
      return Boolean(entry.optional || entry.devOptional || entry.peer || entry.os || entry.cpu);
    });
  } catch {
    return false;
  }
}

function readLock(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function runNpm(root, onChild) {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
      // A package manager that is told "production" would leave out what the build needs.
      env: { ...process.env, NODE_ENV: "", npm_config_omit: "" },
    });
    onChild(child);
    child.on("error", () =>
      reject(new Error("npm is not on this machine's PATH: install Node.js with npm.")),
    );
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The packages could not be installed (npm ci ended with ${code}).`)),
    );
  });
}

/** When install scripts are switched off, the package `node` comes without its program: npm scripts need it. */
function linkNode(root) {
  const [linked, packaged] = nodeFiles(root);
  if (process.platform === "win32" || existsSync(linked) || !existsSync(packaged)) return;
  mkdirSync(path.dirname(linked), { recursive: true });
  rmSync(linked, { force: true });
  symlinkSync(path.relative(path.dirname(linked), packaged), linked);
}

function nodeFiles(root) {
  const modules = path.join(root, "node_modules");
  const system = process.platform === "win32" ? "win" : process.platform;
  const program = process.platform === "win32" ? "node.exe" : "node";
  return [
    path.join(modules, "node", "bin", program),
    path.join(modules, `node-${system}-${process.arch}`, "bin", program),
  ];
}
