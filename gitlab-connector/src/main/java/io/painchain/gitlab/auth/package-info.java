/** What an integration authenticates itself with: a token, and when that ends. */
package io.painchain.gitlab.auth;
