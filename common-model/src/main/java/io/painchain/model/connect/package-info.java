/** How an integration is made by agreeing at the provider instead of entering a token: ways, steps, and what is granted. */
package io.painchain.model.connect;
