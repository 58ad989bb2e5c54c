import type { z } from 'zod';
import type { Problem } from '../outcome/outcome.ts';

export const idTaken = (id: string): Problem => ({
  code: 'id-taken',
  field: 'id',
  message: { ja: `「${id}」はすでに使われています。`, en: `“${id}” is already in use.` },
});
export const notFound = (id: string): Problem => ({
  code: 'not-found',
  field: 'id',
  message: { ja: `「${id}」は見つかりません。`, en: `There is no “${id}”.` },
});
export const changedMeanwhile = (): Problem => ({
  code: 'changed-meanwhile',
  message: {
    ja: 'ほかの人が先に変更しました。違いを確かめてから保存してください。',
    en: 'Somebody else changed this first. Look at the difference, then save.',
  },
});
export const notMinor = (): Problem => ({
  code: 'not-minor',
  message: {
    ja: '軽微な修正としては登録されていません。',
    en: 'This revision is not marked as a minor edit.',
  },
});
export const notShown = (): Problem => ({
  code: 'not-shown',
  message: { ja: 'この登録は、いま公開されていません。', en: 'This entry is not published now.' },
});
export const tooLate = (): Problem => ({
  code: 'too-late',
  message: {
    ja: '期限から90日を過ぎたため、確認だけでは再開できません。内容を確かめて、審査に送ってください。',
    en: 'It expired more than 90 days ago, so a confirmation is not enough. Look through it and send it for review.',
  },
});
export const isOver = (): Problem => ({
  code: 'over',
  message: {
    ja: '日程がすべて過ぎています。新しい日程にしてから、審査に送ってください。',
    en: 'All its days have passed. Enter new ones, then send it for review.',
  },
});
export const notUrgent = (): Problem => ({
  code: 'not-urgent',
  message: {
    ja: 'この種類のものは、一人では公開できません。ほかの人に承認を頼んでください。',
    en: 'This kind is not published by one person alone. Ask somebody else to approve it.',
  },
});
export const noTime = (): Problem => ({
  code: 'time-missing',
  field: 'at',
  message: { ja: '公開する日時を入れてください。', en: 'Say when it shall be published.' },
});

export function malformedText(path: readonly string[]): Problem {
  const field = path.join('.');
  return {
    code: 'malformed-text',
    field,
    message: {
      ja: `${field}: 文字として扱えないものが含まれています。その欄を入力し直してください。`,
      en: `${field}: it holds something that is no character; type that field again.`,
    },
  };
}

export function invalidField(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.join('.');
  const place = path && `${path}: `;
  return {
    code: 'invalid-field',
    field: path,
    message: { ja: `${place}値を確認してください（${issue.message}）`, en: place + issue.message },
  };
}
export const notAmendable = (field: string): Problem => ({
  code: 'not-amendable',
  field,
  message: {
    ja: `「${field}」は審査なしでは変えられません。登録の変更として送ってください。`,
    en: `“${field}” is not changed without review. Send it as a change of the entry.`,
  },
});
