// Work that met another's on its way is done once more: PostgreSQL rolled it back whole.

const uniqueViolation = '23505';
const serializationFailure = '40001';
const deadlock = '40P01';
const mostAttempts = 4;

export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = Object(error) as { code?: unknown };
      const met = code === uniqueViolation || code === serializationFailure || code === deadlock;
      if (!met || attempt === mostAttempts) throw error;
    }
  }
}
