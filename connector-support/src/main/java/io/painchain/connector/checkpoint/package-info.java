/** Where a repository stands, as the backend stores it: one slice for each kind. */
package io.painchain.connector.checkpoint;
