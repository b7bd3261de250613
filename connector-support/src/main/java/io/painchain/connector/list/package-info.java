/** Lists of a provider, newest first: their pages, how far to read them, and where that stands. */
package io.painchain.connector.list;
