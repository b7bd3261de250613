/** The regular sweep over the last 30 days that repairs what polling missed. */
package io.painchain.connector.sweep;
