package io.painchain.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextArraysTest {

    @Test
    void readsWhatPostgresWrites() {
        assertThat(TextArrays.parse("{backend,\"team 3\",\"a,b\",\"{c}\",\"\",ü}"))
                .containsExactly("backend", "team 3", "a,b", "{c}", "", "ü");
        assertThat(TextArrays.parse("{\"say \\\"no\\\"\",\"C:\\\\dir\",\"\\\\\"}"))
                .containsExactly("say \"no\"", "C:\\dir", "\\");
    }

    @Test
    void tellsAnEmptyArrayFromNone() {
        assertThat(TextArrays.parse("{}")).isEmpty();
        assertThat(TextArrays.parse(null)).isNull();
    }
}
