/** French texts of the first screen, by namespace: one file of the build. */
export const texts = import.meta.glob<Record<string, unknown>>(
  ['./fr/*.json', '!./fr/{auth,commands,document,documents,drafts,invitations,meetings,notifications,organisation,settings,setup,switcher,teams,transfer,users}.json'],
  { eager: true, import: 'default' },
);
