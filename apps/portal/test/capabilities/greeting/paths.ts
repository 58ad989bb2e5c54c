export const greetingPaths = { greeting: '/greeting', sent: '/greeting/sent' } as const;
