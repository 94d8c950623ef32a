type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

/** The members that have a value: `feed` tells a member that is `undefined` from one that is absent. */
export function given<Values extends object>(values: Values): Given<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Given<Values>
}
