// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFWriter;

/** usage: JenaTriples TURTLE OUT. The triples of a Turtle file as Jena reads them, as N-Triples; an error fails. */
public class JenaTriples {
  public static void main(String[] arguments) throws Exception {
    try (var out = new BufferedOutputStream(new FileOutputStream(arguments[1]))) {
      RDFParser.source(arguments[0]).lang(Lang.TURTLE).errorHandler(ErrorHandlerFactory.errorHandlerExceptionOnError())
          .parse(StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES));
    }
  }
}
