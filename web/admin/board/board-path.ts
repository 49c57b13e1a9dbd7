/** Where the page of the queues is. */
export const boardPath = '/admin/operations/queues';
