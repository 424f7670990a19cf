import { Injectable } from '@nestjs/common';
import { LIMITS } from '@parvis/contracts';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { ApiError } from '../../platform/http/api-error.ts';

/** Of 0 to 4: holds against an attack on the sign-in page, which is slowed down (zxcvbn's own advice). */
const LEAST_SCORE = 2;
/**
 * zxcvbn works on the server's only thread and its work grows fast with the length and with the
 * ways to undo `p@$$w0rd`: seconds for a password made for that. What is cut off would only add
 * strength.
 */
const LENGTH_LOOKED_AT = 40;
const SUBSTITUTIONS_TRIED = 8;

/** Refuses passwords that are easy to guess. No rules about kinds of characters. */
@Injectable()
export class PasswordStrength {
  private checker: Promise<ZxcvbnFactory> | undefined;

  /**
   * `about`: what an attacker knows of the person (name, e-mail, organisation).
   * @throws ApiError password_too_weak
   */
  async require(password: string, about: readonly string[]): Promise<void> {
    const checker = await this.load();
    const guessable = about.flatMap((text) => [text, ...text.split(/[\s@._-]+/)]).filter((word) => word.length > 2);
    const { score } = checker.check(password.slice(0, LENGTH_LOOKED_AT), ['parvis', ...guessable]);
    if (password.length < LIMITS.passwordMin || score < LEAST_SCORE) {
      throw new ApiError('password_too_weak', 'easy to guess: use several unrelated words');
    }
  }

  /** The dictionaries take some 10 MB and are wanted only when somebody chooses a password. */
  private load(): Promise<ZxcvbnFactory> {
    this.checker ??= loadChecker();
    return this.checker;
  }
}

async function loadChecker(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: SUBSTITUTIONS_TRIED,
  });
}
