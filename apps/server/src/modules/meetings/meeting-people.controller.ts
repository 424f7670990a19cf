import { Controller } from '@nestjs/common';
import type { Participant, RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { AdmitParticipant } from './admit-participant.ts';
import { DeclineCall } from './decline-call.ts';
import { MuteParticipant } from './mute-participant.ts';
import { RemoveParticipant } from './remove-participant.ts';
import { RingPeople } from './ring-people.ts';
import { UpdateParticipant } from './update-participant.ts';

/** Who is in a meeting, waits for it, or is called into it. */
@Controller()
export class MeetingPeopleController {
  constructor(
    private readonly ring: RingPeople,
    private readonly decline: DeclineCall,
    private readonly admit: AdmitParticipant,
    private readonly update: UpdateParticipant,
    private readonly mute: MuteParticipant,
    private readonly remove: RemoveParticipant,
  ) {}

  @Route('ringPeople')
  ringPeople(@CurrentActor() actor: Actor, @Input() input: RouteInput<'ringPeople'>): Promise<void> {
    return this.ring.run(actor, input);
  }

  @Route('declineCall')
  declineCall(@CurrentActor() actor: Actor, @Input() input: RouteInput<'declineCall'>): Promise<void> {
    return this.decline.run(actor, input);
  }

  @Route('admitParticipant')
  admitParticipant(@CurrentActor() actor: Actor, @Input() input: RouteInput<'admitParticipant'>): Promise<Participant> {
    return this.admit.run(actor, input);
  }

  @Route('admitAll')
  admitAll(@CurrentActor() actor: Actor, @Input() input: RouteInput<'admitAll'>): Promise<void> {
    return this.admit.all(actor, input);
  }

  @Route('updateParticipant')
  updateParticipant(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateParticipant'>): Promise<Participant> {
    return this.update.run(actor, input);
  }

  @Route('muteParticipant')
  muteParticipant(@CurrentActor() actor: Actor, @Input() input: RouteInput<'muteParticipant'>): Promise<void> {
    return this.mute.run(actor, input);
  }

  @Route('muteAll')
  muteAll(@CurrentActor() actor: Actor, @Input() input: RouteInput<'muteAll'>): Promise<void> {
    return this.mute.all(actor, input);
  }

  @Route('removeParticipant')
  removeParticipant(@CurrentActor() actor: Actor, @Input() input: RouteInput<'removeParticipant'>): Promise<void> {
    return this.remove.run(actor, input);
  }
}
