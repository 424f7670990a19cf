import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as french from '@zxcvbn-ts/language-fr';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
});
/** zxcvbn's work grows faster than the password. */
const LENGTH_LOOKED_AT = 100;

/** 0 (guessed at once) to 4 (out of reach), as the server scores it. `about`: what an attacker knows of the person. */
export function passwordScore(password: string, about: readonly string[]): number {
  const guessable = about.flatMap((text) => [text, ...text.split(/[\s@._-]+/)]).filter((word) => word.length > 2);
  return zxcvbn.check(password.slice(0, LENGTH_LOOKED_AT), ['parvis', ...guessable]).score;
}
