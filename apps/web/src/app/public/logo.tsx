/** A forecourt (parvis) between two pillars, with somebody in it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden>
      <rect width="64" height="64" rx="16" fill="#4b49cf" />
      <path d="M16 50V30a16 16 0 0 1 32 0v20" fill="none" stroke="#fff" strokeWidth="7" strokeLinecap="round" />
      <circle cx="32" cy="43" r="7" fill="#fb9a5c" />
    </svg>
  );
}
