/** The name and its mark. */
export function Logo() {
  return (
    <span className="flex items-center gap-2 font-semibold text-md">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 rounded-control fill-on-accent">
        <rect width="32" height="32" className="fill-accent" />
        <rect x="7" y="8" width="18" height="3.5" rx="1.75" />
        <rect x="7" y="14.25" width="13" height="3.5" rx="1.75" fillOpacity=".78" />
        <rect x="7" y="20.5" width="8" height="3.5" rx="1.75" fillOpacity=".56" />
      </svg>
      Roster
    </span>
  )
}
