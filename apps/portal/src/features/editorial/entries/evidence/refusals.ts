import type { Problem } from '../../../../platform/outcome/outcome.ts';

/** Reasons to refuse attaching or removing a file. */
const refusal = (code: string, ja: string, en: string): Problem => ({
  code,
  field: 'evidence',
  message: { ja, en },
});

export const emptyFile = refusal('file-missing', 'ファイルを選んでください。', 'Choose a file.');
export const tooLarge = refusal(
  'file-too-large',
  'ファイルは10MBまでにしてください。',
  'Keep the file to 10 MB.',
);
export const tooMany = refusal(
  'too-many-files',
  '1つの登録に付けられる資料は10個までです。',
  'An entry may have 10 files at most.',
);
export const wrongType = refusal(
  'file-type',
  'PDF、PNG、JPEG、WebP、Excel（.xlsx）、Word（.docx）、CSV、テキストのファイルだけを付けられます。名前の終わり（拡張子）と中身が合っているかも確かめてください。マクロの入ったファイルは付けられません。',
  'Only PDF, PNG, JPEG, WebP, Excel (.xlsx), Word (.docx), CSV and text are taken, with a name that ends accordingly and without macros.',
);
export const cannotChange = refusal(
  'being-reviewed',
  'この登録はいま書き換えられないため、資料も変えられません。',
  'This entry cannot be changed now, and neither can its files.',
);
