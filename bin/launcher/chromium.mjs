import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { step } from './terminal.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser for the tests: `KAKEHASHI_CHROMIUM`, or one that is installed, or on Debian as root the one that apt
 * installs, with a Japanese font as every reader's device has: until the site's own font has come, text stands in it.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  if (mayInstall() && !hasJapaneseFont()) {
    await step(
      { ja: '日本語フォントを入れています (apt-get)', en: 'installing a Japanese font (apt-get)' },
      () => install('fonts-noto-cjk', 'fontconfig'),
    );
  }
  const named = process.env.KAKEHASHI_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new LaunchError({
      ja: `KAKEHASHI_CHROMIUM の ${named} がありません。Chromium の場所を確認してください。`,
      en: `KAKEHASHI_CHROMIUM names ${named}, which does not exist; give the path of a Chromium`,
    });
  }
  const found = installedChromium();
  if (found) return found;
  if (mayInstall()) {
    await step({ ja: 'Chromium を入れています (apt-get)', en: 'installing Chromium (apt-get)' }, () =>
      install('chromium'),
    );
  }
  const installed = installedChromium();
  if (installed) return installed;
  throw new LaunchError({
    ja: 'ブラウザーの試験に Chromium が要ります。入れるか (Debian なら apt-get install chromium)、その場所を KAKEHASHI_CHROMIUM で指定してください。',
    en: 'the browser tests need Chromium; install it (Debian: apt-get install chromium) or name one in KAKEHASHI_CHROMIUM',
  });
}

function installedChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin').filter(Boolean);
  const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...programs, ...applications].find(existsSync);
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function hasJapaneseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

async function install(...packages) {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], options);
}
