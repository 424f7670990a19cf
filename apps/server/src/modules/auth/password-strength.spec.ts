import { describe, expect, it } from 'vitest';
import { PasswordStrength } from './password-strength.ts';

const strength = new PasswordStrength();
const about = ['marie.dupont@acme.test', 'Marie Dupont', 'Acme Industries'];

describe('a new password', () => {
  it.each(['password123', 'azertyuiop', 'motdepasse1', 'aaaaaaaaaaaaaaaa', 'marie.dupont@acme.test', 'mariedupont', 'P@ssw0rd2026', 'abcdefghij', 'short-7'])(
    'is refused when it is easy to guess: %s',
    async (password) => {
      await expect(strength.require(password, about)).rejects.toMatchObject({ code: 'password_too_weak' });
    },
  );

  it.each(['plum harbour tilts quietly', 'girafe tondeuse marmelade', 'x9$Kq2!vRz', 'ünïcödé wörds àre fïne'])('is taken otherwise: %s', async (password) => {
    await expect(strength.require(password, about)).resolves.toBeUndefined();
  });

  it('does not keep the server busy, however it is made', async () => {
    await strength.require('plum harbour tilts quietly', about);
    const hardest = '4a5p0o@$$w0rd1!l|'.repeat(12).slice(0, 200);
    const before = process.cpuUsage();
    await strength.require(hardest, about);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });
});
