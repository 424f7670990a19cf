export { TeamsModule } from './teams.module.ts';
export { AddTeamMember } from './add-team-member.ts';
export { CreateTeam } from './create-team.ts';
export { TeamAccess, type SeenTeam } from './team-access.ts';
export { TeamSummaries } from './team-summaries.ts';
