/** Puts drafts together and keeps them within the limits of the contract. Pure functions. */
package io.painchain.connector.draft;
