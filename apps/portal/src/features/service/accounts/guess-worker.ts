import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';
import { answerWork } from '../../../platform/workers/answering.ts';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...japanese },
  graphs: adjacencyGraphs,
  // The default is 100, with which a long password of digits and symbols takes seconds.
  l33tMaxSubstitutions: 10,
});

/** Estimated number of guesses needed for a password, as log10. */
answerWork(({ password, own }: { password: string; own: string[] }) => ({
  value: zxcvbn.check(password, own).guessesLog10,
}));
