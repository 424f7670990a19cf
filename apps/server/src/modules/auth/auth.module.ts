import { Global, Module } from '@nestjs/common';
import { SessionAuthenticator } from '../../platform/http/session-authenticator.ts';
import { MailModule } from '../../platform/mail/mail.module.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { SessionEnder, UsersModule } from '../users/index.ts';
import { AuthenticateSession } from './authenticate-session.ts';
import { ChangePassword } from './change-password.ts';
import { CompletePasswordReset } from './complete-password-reset.ts';
import { CreatePasswordResetLink } from './create-password-reset-link.ts';
import { EndSession } from './end-session.ts';
import { ListSessions } from './list-sessions.ts';
import { NewPasswords } from './new-passwords.ts';
import { PasswordStrength } from './password-strength.ts';
import { PasswordsController } from './passwords.controller.ts';
import { Passwords } from './passwords.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetLinks } from './reset-links.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionsController } from './sessions.controller.ts';
import { Sessions } from './sessions.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import { SignIn } from './sign-in.ts';
import { SignedIn } from './signed-in.ts';

/** Global for its two ports: the guard's authenticator, and what ends the sessions of a closed account. */
@Global()
@Module({
  imports: [MailModule, UsersModule, OrganisationModule],
  controllers: [SessionsController, PasswordsController],
  providers: [
    AuthenticateSession,
    { provide: SessionAuthenticator, useExisting: AuthenticateSession },
    Sessions,
    { provide: SessionEnder, useExisting: Sessions },
    ChangePassword, CompletePasswordReset, CreatePasswordResetLink, EndSession, ListSessions, NewPasswords, Passwords, PasswordStrength,
    RequestPasswordReset, ResetLinks, SessionCookie, SignIn, SignInThrottle, SignedIn,
  ],
  exports: [SessionAuthenticator, SessionEnder, NewPasswords, Passwords, PasswordStrength, ResetLinks, Sessions, SignedIn],
})
export class AuthModule {}
