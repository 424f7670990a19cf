import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as en from '@zxcvbn-ts/language-en';
import * as fr from '@zxcvbn-ts/language-fr';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...en.dictionary, ...fr.dictionary },
  graphs: common.adjacencyGraphs,
});

/** 0 (guessed at once) to 4 (out of reach). `known` is what an attacker knows too: name, e-mail, organisation. */
export const passwordScore = (password: string, known: string[]): number => zxcvbn.check(password, known).score;
