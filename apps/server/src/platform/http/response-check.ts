import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type RouteDefinition, ROUTES } from '@parvis/contracts';
import { map, type Observable } from 'rxjs';
import type { ParvisRequest } from './route.decorator.ts';

/** In tests: an answer that is not what the contracts say, or says more, is an error of the server. */
@Injectable()
export class ResponseCheck implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { operation } = context.switchToHttp().getRequest<ParvisRequest>();
    const schema = operation ? (ROUTES[operation] as RouteDefinition).response : undefined;
    return next.handle().pipe(
      map((value: unknown) => {
        if (!schema) return value;
        const parsed = schema.safeParse(value);
        if (!parsed.success) throw new Error(`answer of ${operation} breaks its contract: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
        return value;
      }),
    );
  }
}
