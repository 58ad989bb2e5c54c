import type { Partly } from '../../../../ui/text/phrasebook.ts';
import type { ja } from './ja.ts';

export const easy: Partly<typeof ja> = {
  home: {
    heading: { first: 'あなたに｜合《あ》う', rest: '｜助《たす》けがさがせます' },
    lead: 'インターネットやスマホを｜安全《あんぜん》に｜使《つか》うための｜教室《きょうしつ》や｜本《ほん》、｜相談《そうだん》する｜所《ところ》をさがせます。｜言葉《ことば》を｜書《か》くか、｜下《した》から｜選《えら》んでください。',
    examples: 'よく｜使《つか》う｜言葉《ことば》',
    doors: '３つのさがし｜方《かた》',
    axisHeading: { purpose: 'したいこと', age: '｜年《とし》', affiliation: 'あなたのこと' },
    finderLead:
      '｜短《みじか》い｜質問《しつもん》に｜答《こた》えると、あなたに｜合《あ》うものがわかります。',
    situations: '｜困《こま》っていますか',
  },
  record: {
    join: '｜使《つか》い｜方《かた》・｜参加《さんか》のしかた',
    operator: 'しているところ',
    audience: 'だれのため',
    region: '｜場所《ばしょ》',
    cost: 'お｜金《かね》',
    format: 'やり｜方《かた》',
  },
  help: {
    desks: '｜相談《そうだん》する｜所《ところ》',
    moreDesks: '｜相談《そうだん》する｜所《ところ》を、もっと｜見《み》る',
    never: 'しないでください',
    keep: '｜消《け》さないでください',
    next: 'そのあと',
    emergency: 'いま｜危《あぶ》ないとき',
    offlineBody: '｜前《まえ》に｜見《み》たページです。｜電話《でんわ》はできます。',
    police: '｜警察《けいさつ》（すぐ｜来《き》てほしいとき）',
    checkedOn: (day: string) => `${day}に、｜番号《ばんごう》と｜時間《じかん》を｜見《み》ました`,
    otherSituations: 'ほかの｜困《こま》りごと',
  },
};
