import { Controller, Req } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { ChangePassword } from './change-password.ts';
import { CompletePasswordReset } from './complete-password-reset.ts';
import { CreatePasswordResetLink } from './create-password-reset-link.ts';
import { RequestPasswordReset } from './request-password-reset.ts';

@Controller()
export class PasswordsController {
  constructor(
    private readonly mailer: Mailer,
    private readonly requestReset: RequestPasswordReset,
    private readonly completeReset: CompletePasswordReset,
    private readonly createResetLink: CreatePasswordResetLink,
    private readonly changePassword: ChangePassword,
  ) {}

  @Route('requestPasswordReset')
  async request(@Input() { body }: RouteInput<'requestPasswordReset'>): Promise<RouteOutput<'requestPasswordReset'>> {
    await this.requestReset.run(body.email);
    return { mailEnabled: this.mailer.enabled };
  }

  @Route('completePasswordReset')
  async complete(@Input() { body }: RouteInput<'completePasswordReset'>): Promise<void> {
    await this.completeReset.run(body.token, body.password);
  }

  @Route('createPasswordResetLink')
  async createLink(
    @CurrentActor() actor: Actor,
    @Input() { params }: RouteInput<'createPasswordResetLink'>,
  ): Promise<RouteOutput<'createPasswordResetLink'>> {
    return { url: await this.createResetLink.run(actor, params.id) };
  }

  @Route('changePassword')
  async change(
    @CurrentActor() actor: Actor,
    @Input() { body }: RouteInput<'changePassword'>,
    @Req() request: ParvisRequest,
  ): Promise<void> {
    await this.changePassword.run(actor, request.ip, body);
  }
}
