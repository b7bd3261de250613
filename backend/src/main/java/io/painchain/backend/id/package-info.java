/** Identifiers: how they are made and read. Depends on nothing. */
package io.painchain.backend.id;
