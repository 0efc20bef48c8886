// Running other programs: found on PATH, output kept back unless it is wanted.

import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** The full path of a program on PATH, or undefined. A name with a slash is taken as it is. */
export function findProgram(name) {
  const candidates = name.includes("/") ? [name] : (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return statSync(candidate).isFile();
    } catch {
      return false;
    }
  });
}

/** What a program prints, or undefined where it is absent or fails. For questions that take no time. */
export function ask(program, args, options = {}) {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8", stdio: ["pipe", "pipe", "ignore"], ...options });
  return status === 0 ? stdout : undefined;
}

/** A program that ended badly, with what it printed. */
export class CommandError extends Error {
  constructor(words, output) {
    super(words);
    this.name = "CommandError";
    this.output = output;
  }
}

/**
 * Runs a program to its end, without standard input.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{env?: object, cwd?: string, verbose?: boolean}} [options] verbose: pass the output through (to stderr) as it comes
 * @returns {Promise<string>} what it printed, both streams together
 * @throws {CommandError} when it cannot be started, fails or is ended by a signal
 */
export function run(program, args, { env = process.env, cwd, verbose = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    const collect = (chunk) => {
      chunks.push(chunk);
      if (verbose) process.stderr.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    const output = () => Buffer.concat(chunks).toString("utf8");
    const words = [path.basename(program), ...args].join(" ");
    child.on("error", (error) => reject(new CommandError(`${words}: ${error.message}`, output())));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output());
      else reject(new CommandError(`${words}: ${signal ? `ended by ${signal}` : `exit code ${code}`}`, output()));
    });
  });
}
