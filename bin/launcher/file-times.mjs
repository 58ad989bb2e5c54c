import { writeFileSync } from 'node:fs';

/** A Vitest reporter that writes how long each test file took, in milliseconds, as JSON into `KAKEHASHI_FILE_TIMES`. */
export default class FileTimes {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const times = modules.map((module) => {
      const { collectDuration, duration, setupDuration } = module.diagnostic();
      return { file: module.moduleId, milliseconds: collectDuration + setupDuration + duration };
    });
    writeFileSync(process.env.KAKEHASHI_FILE_TIMES, JSON.stringify(times));
  }
}
