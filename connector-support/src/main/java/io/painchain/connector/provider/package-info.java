/** How a provider refuses, in the kinds that decide what to do next. */
package io.painchain.connector.provider;
