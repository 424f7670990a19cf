import { Injectable } from '@nestjs/common';
import { PasswordStrength } from './password-strength.ts';
import { Passwords } from './passwords.ts';

/** The one way to a stored password: nothing easy to guess gets there. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly strength: PasswordStrength,
    private readonly passwords: Passwords,
  ) {}

  /**
   * `about`: what an attacker knows of the person (name, e-mail, organisation).
   * @throws ApiError password_too_weak
   */
  async hash(password: string, about: readonly string[]): Promise<string> {
    await this.strength.require(password, about);
    return this.passwords.hash(password);
  }
}
