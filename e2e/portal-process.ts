import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../apps/portal/dist/server/main.js', import.meta.url));

/** Starts the built portal on a database of the test's own, to be killed or cut off; `/readyz` says when it is up. */
export function spawnPortal(place: {
  databaseUrl: string;
  ownerUrl: string;
  origin: string;
  dataDir: string;
}): ChildProcess {
  return spawn(process.execPath, [program], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: place.databaseUrl,
      KAKEHASHI_OWNER_DATABASE_URL: place.ownerUrl,
      PORT: new URL(place.origin).port,
      KAKEHASHI_BASE_URL: place.origin,
      KAKEHASHI_DATA_DIR: place.dataDir,
      KAKEHASHI_RATE_LIMIT: '0',
      KAKEHASHI_LINK_CHECKS: '0',
      LOG_LEVEL: 'silent',
    },
  });
}

/** The session of an answer to the sign-in form, as a browser sends it back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
