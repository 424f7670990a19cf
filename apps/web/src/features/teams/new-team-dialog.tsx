export function NewTeamDialog() {
  return null;
}
