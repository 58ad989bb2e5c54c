import { z } from 'zod';
import type { OpeningSpan } from '../../../../platform/contact/contact.ts';
import { writtenInTokyo } from '../../../../platform/i18n/dates.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { contactText } from '../../../../ui/contact/messages.ts';
import type { EmergencyView, HelperView, SituationView } from '../../catalogue/index.ts';
import { toolWords } from '../answer-messages.ts';
import { helpAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, programReader, type Tool, type ToolSources } from '../tool.ts';

const longestWords = 500;
type Help = z.output<typeof helpAnswer>;

/** From what happened to what to do, whom to call, and whether they answer now. */
export function findHelpTool(sources: ToolSources): Tool {
  const { help, platform } = sources;
  return defineTool({
    name: 'find_help',
    title: 'If something has happened / 被害に遭ったら',
    description:
      'For a person to whom something has happened: a suspicious SMS or mail, an entered password or card, a taken-over account, a fake warning, ransomware, a fake shop, threats, slander, a data leak. Gives what to do first, what not to do, whom to call in Japan, their hours and whether they answer now. Pass on the steps and the telephone number before anything else. / 被害に遭った人のために、まずすること、相談先の電話番号、受付時間、いま受付中かを返します。',
    input: z.strictObject({
      situation: z
        .string()
        .max(longestWords)
        .default('')
        .describe(
          'What happened, in a few Japanese or English words, or the id of a situation. Empty: the list of situations.',
        ),
      language: languageInput,
    }),
    output: helpAnswer,
    answer({ situation: words, language }) {
      const now = platform.now();
      const reader = programReader(language, sources);
      const all = help.all(reader);
      const asked = words.trim();
      const named = all.filter(({ id }) => id === asked);
      const links = named.length > 0 ? named : help.find(asked, reader, now);
      const value: Help = {
        asOf: inJapan(now),
        situations: links.flatMap(({ id, href }) => {
          const view = help.situation(id, reader, now);
          return view ? [situationOf(view, href)] : [];
        }),
        allSituations: all.map(({ id, title }) => ({ id, title: title.text })),
        emergency: emergencyOf(help.emergency(reader, now)),
      };
      return { ok: true, value, text: textOf(value, asked, language) };
    },
  });
}

const texts = (views: readonly TextView[]) => views.map(({ text }) => text);

function situationOf(view: SituationView, page: string): Help['situations'][number] {
  return {
    id: view.id,
    title: view.title.text,
    page,
    lead: view.lead?.text ?? null,
    doFirst: texts(view.first),
    doNot: texts(view.never),
    keepAsEvidence: texts(view.keep),
    comesNext: texts(view.next),
    contacts: view.helpers.map(contactOf),
    desks: view.desks.map(({ id, title, href }) => ({ id, title: title.text, page: href })),
    note: view.note?.text ?? null,
  };
}

function contactOf({
  label,
  when,
  contact: known,
}: HelperView): Help['situations'][number]['contacts'][number] {
  const { opening } = known;
  return {
    name: label.text,
    forWhat: when.text,
    telephone: known.telephone?.number ?? null,
    hours: (known.hours ?? []).map(({ days, from, to }) => ({ days, from, to })),
    hoursNote: known.hoursNote?.text ?? null,
    openNow: opening ? opening.open : null,
    openUntil: opening?.open && opening.until ? inJapan(opening.until) : null,
    opensAt: opening && !opening.open && opening.opensAt ? inJapan(opening.opensAt) : null,
    mail: known.mail ?? null,
    form: known.form ?? null,
    checkedOn: known.checkedOn ?? null,
  };
}

function emergencyOf(view: EmergencyView | undefined): Help['emergency'] {
  return view ? { text: view.text.text, telephone: view.telephone?.contact.telephone?.number ?? null } : null;
}

/** A moment as ISO 8601 with Japan's offset. */
function inJapan(moment: Date): string {
  return `${writtenInTokyo(moment)}:00+09:00`;
}

function textOf(value: Help, asked: string, language: Language): string {
  const words = toolWords(language);
  const parts = value.situations.map((each) => situationText(each, language));
  if (parts.length === 0) {
    const list = value.allSituations.map(({ id, title }) => `- ${title} (${id})`);
    parts.push([asked ? words.noSituation(asked) : words.chooseSituation, ...list].join('\n'));
  }
  const { emergency } = value;
  if (emergency)
    parts.push(
      `${words.emergency}: ${emergency.text}${emergency.telephone ? ` ${emergency.telephone}` : ''}`,
    );
  return parts.join('\n\n');
}

function situationText(each: Help['situations'][number], language: Language): string {
  const words = toolWords(language);
  const list = (heading: string, items: readonly string[]) =>
    items.length > 0 ? [`${heading}:`, ...items.map((item) => `- ${item}`)] : [];
  return [
    `# ${each.title}`,
    ...(each.lead ? [each.lead] : []),
    `${words.doFirst}:`,
    ...each.doFirst.map((step, index) => `${index + 1}. ${step}`),
    ...list(words.doNot, each.doNot),
    ...list(
      words.call,
      each.contacts.map((one) => contactLine(one, language)),
    ),
    ...list(words.keep, each.keepAsEvidence),
    ...list(words.next, each.comesNext),
    ...(each.note ? [each.note] : []),
    each.page,
  ].join('\n');
}

function contactLine(one: Help['situations'][number]['contacts'][number], language: Language): string {
  const words = toolWords(language);
  const { label } = contactText({ language, easy: false, furigana: false });
  const hours = one.hours
    .map(({ days, from, to }) => `${label.days[days as OpeningSpan['days']]} ${label.span(from, to)}`)
    .join(label.and);
  const open =
    one.openNow === null ? '' : one.openNow ? words.openNow(one.openUntil) : words.closedNow(one.opensAt);
  const reached = [one.telephone, one.mail, one.form].filter(Boolean).join(' ');
  return [`${one.name}${reached ? `: ${reached}` : ''}`, one.forWhat, hours, one.hoursNote, open]
    .filter(Boolean)
    .join(' | ');
}
