import { can } from '@parvis/permissions';
import { useWorkspace } from '../../sync/index.ts';

/** Whether I run the groups of a team, or (null) of the organisation. Shown only: the server decides again. */
export function useRunsGroups(teamId: string | null): boolean {
  return useWorkspace((state) =>
    can({ role: state.me.role }, 'group.update', { ofTeam: teamId !== null, teamRole: teamId === null ? null : (state.teams[teamId]?.role ?? null) }));
}
