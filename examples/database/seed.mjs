// The rows of the example. Ministry, places and people are invented.

const day = 24 * 60 * 60 * 1000
const first = Date.UTC(2026, 2, 31, 9)

// Title; what it says, a paragraph each; its tags. The newest first, one every three days.
const stories = [
  [
    'Salt Quay opens to night ferries',
    [
      'From Monday, boats leave Salt Quay until one in the morning.',
      'The fare is that of the day.',
    ],
    ['Ferries', 'Salt Quay'],
  ],
  [
    'Lighthouse at Cape Oriel lit again',
    [
      'After two winters of repairs the lamp at Cape Oriel turns.',
      'It is seen from 21 nautical miles.',
    ],
    ['Lighthouses'],
  ],
  [
    'Tide tables for 2027 are out',
    ['The tables for all nine harbours can be had free of charge.'],
    ['Tides'],
  ],
  [
    'Minister thanks the pilots of Brine Bay',
    ['In the storm of 18 March they brought in eleven ships without a scratch.'],
    ['Pilots', 'Brine Bay'],
  ],
  [
    'A quieter horn for Mull Sound',
    [
      'The new fog horn carries as far and wakes fewer people.',
      'Residents chose its note from three.',
    ],
    ['Lighthouses', 'Mull Sound'],
  ],
  [
    'Ferry line 4 calls at Gull Island',
    ['Twice a day, and on market days four times.'],
    ['Ferries', 'Gull Island'],
  ],
  [
    'Dredging of the north channel begins',
    ['The channel will be 12 metres deep at low water.', 'Work ends in June.'],
    ['Harbours'],
  ],
  [
    'Open day in the harbour office',
    ['See the radar, the flags and the cat.'],
    ['Harbours', 'Events'],
  ],
  [
    'Buoy 17 is back in its place',
    ['It was found 40 kilometres to the south, unharmed.'],
    ['Buoys'],
  ],
  [
    'Harbour dues stay as they are',
    ['The ministry will not raise dues in 2026.'],
    ['Harbours', 'Dues'],
  ],
  [
    'Second tug for Brine Bay',
    ['The "Patience" pulls 60 tonnes & burns no oil.'],
    ['Harbours', 'Brine Bay'],
  ],
  ['School ships sail in May', ['Six classes a week learn knots, stars and soup.'], ['Events']],
  [
    'Lamp keepers wanted',
    ['Three posts are free. Stairs must not be feared.'],
    ['Lighthouses', 'Posts'],
  ],
  ['Ferry tickets on the phone', ['The paper ticket remains.'], ['Ferries']],
  [
    'High water on 9 February',
    ['The sea will stand 40 centimetres above the table. Move boats and bicycles.'],
    ['Tides', 'Warnings'],
  ],
  ['All clear after high water', ['Nobody was hurt. The fish market opens at six.'], ['Tides']],
  [
    'Ice on the inner harbour',
    ['The first since 1996; the breaker works from five in the morning.'],
    ['Harbours', 'Warnings'],
  ],
  [
    'New charts of Mull Sound',
    ['Measured anew with sound, every two metres.'],
    ['Charts', 'Mull Sound'],
  ],
  ['Ferries run on the holiday', ['On 26 January as on a Sunday.'], ['Ferries']],
  ['The ministry moves upstairs', ['After high water, the archive does too.'], ['Ministry']],
  [
    'Forty years of the Oriel bridge',
    ['It has opened 212,000 times and jammed twice.'],
    ['Harbours', 'Events'],
  ],
  ['Seals on slipway 3', ['The slipway is closed until they leave.'], ['Harbours', 'Warnings']],
  [
    'Prize for the tide clock',
    ['The clock on Salt Quay shows water, not hours.'],
    ['Tides', 'Salt Quay'],
  ],
  [
    'Budget: more for lighthouses',
    ['Eleven lamps will be renewed in three years.'],
    ['Lighthouses', 'Ministry'],
  ],
  ['Ferry "Constance" retires', ['She made 61,000 crossings. She will be a library.'], ['Ferries']],
  ['Winter opening hours', ['The office opens at nine; the sea as usual.'], ['Ministry']],
  ['Wrecks of the bay: a map', ['All 84, with what is known of each.'], ['Charts', 'Brine Bay']],
  [
    'Lifeboat station gets a slip',
    ['The boat will be afloat in four minutes.'],
    ['Harbours', 'Gull Island'],
  ],
  ['Rules for small boats', ['One page, with pictures.'], ['Harbours']],
  [
    'Answers on the ferry fares',
    ['What was asked in the assembly, and what the ministry answered.'],
    ['Ferries', 'Ministry'],
  ],
]

/** Rows of `release`; the last of them is a draft. */
export const releases = stories.map(([title, paragraphs, tags], index) => ({
  id: stories.length - index,
  slug: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  title,
  published: new Date(first - index * 3 * day).toISOString(),
  // Some were corrected an hour later.
  updated: index % 7 === 3 ? new Date(first - index * 3 * day + day / 24).toISOString() : null,
  summary: index % 2 === 0 ? paragraphs[0] : null,
  body: paragraphs.map((text) => `<p>${text.replace('&', '&amp;')}</p>`).join(''),
  tags,
  number: `MTH/2026/${String(stories.length - index).padStart(3, '0')}`,
  draft: index === stories.length - 1,
}))

/** Rows of `picture`: one for every second release, a second one for every sixth. */
export const pictures = releases.flatMap(({ id, title }) => [
  ...(id % 2 === 0 ? [picture(id, 1, `${title}: the scene on the day.`)] : []),
  ...(id % 6 === 0 ? [picture(id, 2, `${title}: seen from the water.`)] : []),
])

function picture(release, position, caption) {
  return {
    release,
    position,
    file: `${release}-${position}.jpg`,
    alt: position === 1 ? 'People on a quay' : 'A quay seen from a boat',
    caption,
    credit: 'Ministry of Tides and Harbours',
    width: 1200,
    height: 800,
  }
}
