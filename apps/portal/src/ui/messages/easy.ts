import type { Partly } from '../text/phrasebook.ts';
import type { ja } from './ja.ts';

export const easy: Partly<typeof ja> = {
  site: { tagline: 'インターネットを｜安全《あんぜん》に｜使《つか》うための｜助《たす》けをさがせます' },
  emergency: {
    lead: 'いま｜困《こま》っている｜人《ひと》へ',
    desks: '｜相談《そうだん》する｜所《ところ》',
  },
};
