import type { Partly } from '../../text/phrasebook.ts';
import type { ja } from './ja.ts';

export const easy: Partly<typeof ja> = {
  errors: {
    unavailableBody:
      'あとでもう｜一度《いちど》｜開《ひら》いてください。｜急《いそ》ぐときは、｜警察《けいさつ》に｜電話《でんわ》してください。',
  },
};
