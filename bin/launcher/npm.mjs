import { spawn } from 'node:child_process';
import { diskFull, LaunchError, notWritable } from './launch-error.mjs';
import { projectRoot } from './project.mjs';

/** Settings inherited from the npm that started this process; they would misdirect the one started here. */
const inheritedScope =
  /^npm_config_(local_prefix|prefix|global|global_prefix|workspaces?|include_workspace_root)$/i;

/**
 * Runs npm quietly: its output is seen only if something goes wrong, and then as one line.
 * @param {string[]} args
 * @param {string} folder  which it works on
 * @returns {Promise<string>} what it wrote to stdout
 */
export async function npm(args, folder) {
  const [program, ...prefix] = npmCommand();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inheritedScope.test(name)));
  const child = spawn(program, [...prefix, ...args, '--loglevel=warn'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      complaints += `npm error code ${error.code}`;
      resolve(1);
    });
    child.on('close', resolve);
  });
  // npm only warns when the disk is full.
  if (status !== 0 || fullDisk.test(complaints)) throw npmFailure(complaints, `npm ${args[0]}`, projectRoot);
  return output;
}

const fullDisk = /ENOSPC|EDQUOT|no space left/i;

/** The npm that started us, run by our own Node; otherwise the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running && /npm-cli\.c?js$/.test(running) ? [process.execPath, running] : ['npm'];
}

/**
 * @param {string} complaints  what npm wrote to stderr
 * @param {string} command
 * @param {string} folder
 */
export function npmFailure(complaints, command, folder) {
  const code = /npm (?:ERR!|error) code (\S+)/.exec(complaints)?.[1] ?? '';
  if (fullDisk.test(complaints)) return diskFull(folder);
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return notWritable(folder);
  if (code === 'ENOENT' && !complaints.includes('\n')) return npmMissing();
  if (unreachableCodes.test(code)) return registryUnreachable(code);
  if (/^(E404|ETARGET|EBADPLATFORM|ENOVERSIONS)$/.test(code)) return notOnRegistry(command);
  const reason = /npm (?:ERR!|error) (?!code |syscall |errno |path |cwd )(.+)/.exec(complaints)?.[1] ?? code;
  return new LaunchError({
    ja: `${command} が失敗しました (${reason})。${folder} で ${command} を実行して、原因を確かめてください。`,
    en: `${command} failed (${reason}); run ${command} in ${folder} to see why`,
  });
}

const unreachableCodes =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR|ERR_INVALID_URL|ENOTCACHED|CERT_.*|SELF_SIGNED.*|UNABLE_TO_.*|E5\d\d)$/;

function registryUnreachable(code) {
  return new LaunchError({
    ja: `npm のレジストリにつながりません (${code})。ネットワークと npm config get registry を確認して、もう一度実行してください。`,
    en: `cannot reach the npm registry (${code}); check the network and "npm config get registry", then run this again`,
  });
}

function notOnRegistry(command) {
  return new LaunchError({
    ja: `${command}: 必要なパッケージがこの環境 (${process.platform} ${process.arch}) 向けのレジストリにありません。npm config get registry を確認するか、Node.js 24 以上を入れてください。`,
    en: `${command}: the registry has not every package for ${process.platform} ${process.arch}; check "npm config get registry", or install Node.js 24 or newer yourself`,
  });
}

function npmMissing() {
  return new LaunchError({
    ja: 'npm が見つかりません。Node.js を npm とともに入れて、もう一度実行してください。',
    en: 'npm was not found; install Node.js with npm and run this again',
  });
}
