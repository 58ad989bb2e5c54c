import { compareVersions, type Framework } from '@kakehashi/skills';
import { type Command, exitCode } from '../../../../platform/command-line/command.ts';
import { ImportedFrameworks } from '../imported-frameworks.ts';
import { inputHelp, problemLines, readInput, sizeLine } from './framework-input.ts';

/** Warnings of one kind; `skills check` shows all. */
const WARNINGS_SHOWN = 3;

const usage = 'kakehashi skills import FILE [--framework nice]';

export const skillsImport: Command = {
  name: 'skills import',
  summary: {
    ja: 'スキルの枠組みの本文を、発行元のファイルから取り込む',
    en: 'Import the texts of a skills framework from its publisher’s file',
  },
  help: {
    ja: `使い方: ${usage}

${inputHelp.ja}

置き場所は KAKEHASHI_DATA_DIR の skills です。同じファイルをもう一度取り込んでも何も変わりません。
誤りのあるファイルは取り込まず、どこが誤りかを示します。

終了コード: 0 取り込んだ、または変わりなし、2 誤りがあり取り込まなかった`,
    en: `Usage: ${usage}

${inputHelp.en}

Imported frameworks are kept in "skills" under KAKEHASHI_DATA_DIR. Importing an unchanged file
changes nothing. A file with errors is not imported, and each error is named with its place.

Exit codes: 0 imported or unchanged, 2 not imported, something is wrong`,
  },
  async run(args, io) {
    const read = await readInput(args, usage, io);
    const problems = read.ok ? read.warnings : read.problems;
    for (const line of problemLines(problems, io.language, read.ok ? WARNINGS_SHOWN : undefined))
      io.note(line);
    if (!read.ok) return exitCode.unusable;
    const imported = new ImportedFrameworks(io.env);
    const before = await imported.before(read.framework);
    const isChanged = await imported.keep(read.framework);
    const state = isChanged
      ? { ja: '取り込みました', en: 'imported' }
      : { ja: '変わりありません', en: 'unchanged' };
    await io.out(`${sizeLine(read.framework, io.language)}: ${state[io.language]}\n`);
    if (isChanged && before) await io.out(`${changes(before, read.framework)[io.language]}\n`);
    return exitCode.ok;
  },
};

function changes(before: Framework, framework: Framework): { ja: string; en: string } {
  const { counts, from } = compareVersions(before, framework);
  const { kept, reworded, moved, split, merged, replaced, withdrawn, new: added } = counts;
  return {
    ja: `${from} から: そのまま ${kept}、言い換え ${reworded}、移動 ${moved}、分割 ${split}、統合 ${merged}、置き換え ${replaced}、廃止 ${withdrawn}、新規 ${added}`,
    en: `since ${from}: ${kept} kept, ${reworded} reworded, ${moved} moved, ${split} split, ${merged} merged, ${replaced} replaced, ${withdrawn} withdrawn, ${added} new`,
  };
}
