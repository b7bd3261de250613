/**
 * Reads one repository of any provider: its name, its order of reading, its past. The provider's part is a
 * {@code RepositoryAccess}.
 */
package io.painchain.connector.repository;
