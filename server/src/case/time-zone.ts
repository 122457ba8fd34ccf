/** The programme's time zone: due dates, ages and dates in words follow its calendar. */
export const TIME_ZONE = 'Europe/Rome';
