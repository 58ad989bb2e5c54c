import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';
import { answerWork } from '../../../platform/workers/answering.ts';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...japanese },
  graphs: adjacencyGraphs,
  // By rule a hundred; then a long password of figures and signs takes seconds.
  l33tMaxSubstitutions: 10,
});

/** How many guesses a password withstands, as a power of ten. */
answerWork(({ password, own }: { password: string; own: string[] }) => ({
  value: zxcvbn.check(password, own).guessesLog10,
}));
