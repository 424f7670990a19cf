export { AuthModule } from './auth.module.ts';
export { deviceOf } from './device-of.ts';
export { NewPasswords } from './new-passwords.ts';
export { PasswordStrength } from './password-strength.ts';
export { Passwords } from './passwords.ts';
export { ResetLinks } from './reset-links.ts';
export { hashSecretToken, newSecretToken } from './secret-token.ts';
export { type Device, Sessions } from './sessions.ts';
export { SignedIn } from './signed-in.ts';
