// Imported for its effect, first and by itself: an older Node should read this line, not a stack trace.
const oldest = 20;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  console.error(`Parvis needs Node ${oldest} or newer to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}
