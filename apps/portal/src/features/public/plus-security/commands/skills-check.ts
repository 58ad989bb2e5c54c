import { type Command, exitCode } from '../../../../platform/command-line/command.ts';
import { inputHelp, problemLines, readInput, sizeLine } from './framework-input.ts';

const usage = 'kakehashi skills check FILE [--framework nice]';

export const skillsCheck: Command = {
  name: 'skills check',
  summary: {
    ja: 'スキルの枠組みのファイルに誤りがないか確かめる（取り込まない）',
    en: 'Say what is wrong with a file of a skills framework, and where, without importing it',
  },
  help: {
    ja: `使い方: ${usage}\n\n${inputHelp.ja}\n\n終了コード: 0 取り込める（注意があっても）、2 誤りがある`,
    en: `Usage: ${usage}\n\n${inputHelp.en}\n\nExit codes: 0 it can be imported (warnings or not), 2 something is wrong`,
  },
  async run(args, io) {
    const read = await readInput(args, usage, io);
    for (const line of problemLines(read.ok ? read.warnings : read.problems, io.language)) {
      await io.out(`${line}\n`);
    }
    if (!read.ok) return exitCode.unusable;
    await io.out(`${sizeLine(read.framework, io.language)}\n`);
    return exitCode.ok;
  },
};
