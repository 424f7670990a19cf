/** English texts of further pages and dialogs, by namespace: one file of the build. */
export const texts = import.meta.glob<Record<string, unknown>>(
  './en/{auth,commands,document,documents,drafts,invitations,meetings,notifications,organisation,settings,setup,switcher,teams,transfer,users}.json',
  { eager: true, import: 'default' },
);
